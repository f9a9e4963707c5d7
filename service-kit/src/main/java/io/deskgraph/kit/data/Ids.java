package io.deskgraph.kit.data;

import com.github.f4b6a3.uuid.UuidCreator;
import io.deskgraph.kit.problem.Problem;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifiers: made as UUIDv7, so that they sort by time and keep indexes dense; read strictly. */
public final class Ids {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** Whether the text is a UUID written 8-4-4-4-12; {@link UUID#fromString} alone accepts shorter groups. */
    public static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    /** @throws Problem 400 {@code Invalid <kind> ID format} */
    public static UUID parse(String kind, String text) {
        if (!isUuid(text)) {
            throw Problem.invalid("Invalid " + kind + " ID format");
        }
        return UUID.fromString(text);
    }
}
