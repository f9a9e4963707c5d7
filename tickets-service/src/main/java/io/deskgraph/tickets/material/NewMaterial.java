package io.deskgraph.tickets.material;

import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A material in the form in which it is stored. */
record NewMaterial(
        UUID serviceId,
        int quantity,
        long rate,
        String currencyCode,
        @Nullable String description) {

    private static final int MAX_DESCRIPTION = 1_000;

    static NewMaterial of(AddMaterial sent) {
        BigDecimal pieces = sent.quantity().setScale(0, RoundingMode.FLOOR);
        String currency = sent.currencyCode().strip().toUpperCase(Locale.ROOT);
        String description =
                sent.description() == null ? null : sent.description().strip();
        List<Detail> mistakes = new ArrayList<>();
        if (pieces.signum() < 1) {
            mistakes.add(Detail.of("quantity", "must be at least 1"));
        }
        if (!currency.matches("[A-Z]{3}")) {
            mistakes.add(Detail.of("currency_code", "must be three letters"));
        }
        if (description != null && description.length() > MAX_DESCRIPTION) {
            mistakes.add(Detail.of("description", "must be at most " + MAX_DESCRIPTION + " characters"));
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
        long rate = sent.rate().setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new NewMaterial(sent.serviceId(), pieces.intValueExact(), rate, currency, description);
    }
}
