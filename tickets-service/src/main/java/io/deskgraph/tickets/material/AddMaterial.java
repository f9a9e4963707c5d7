package io.deskgraph.tickets.material;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A material as clients send it. */
public record AddMaterial(
        @NotNull @Schema(description = "A product of the catalogue")
        UUID serviceId,

        @NotNull
        @Positive
        @DecimalMax("2147483647")
        @Schema(description = "Pieces; a fraction is cut off", examples = "2")
        BigDecimal quantity,

        @NotNull
        @PositiveOrZero
        @DecimalMax("999999999999")
        @Schema(description = "Minor units of the currency per piece; a fraction is rounded", examples = "1995")
        BigDecimal rate,

        @NotNull @Schema(description = "Three letters, in any case", examples = "EUR")
        String currencyCode,

        @Nullable @Schema(description = "At most 1000 characters")
        String description,

        @Nullable @Schema(description = "Accepted and not kept: products are not tracked by piece")
        UUID unitId) {}
