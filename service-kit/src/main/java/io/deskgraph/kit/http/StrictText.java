package io.deskgraph.kit.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;

/** Text forms as the wire has them, one way each; whatever else the platform would let pass is an IllegalArgumentException. */
public final class StrictText {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT_FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final Instant FIRST = FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant END =
            LocalDate.of(9999, 12, 31).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private StrictText() {}

    /** Exactly 8-4-4-4-12 hexadecimal digits. */
    public static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Invalid UUID");
        }
        return UUID.fromString(text);
    }

    /** An ISO date and time with {@code Z} or a numeric offset, in the years 1 to 9999. */
    public static Instant instant(String text) {
        if (!INSTANT_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Invalid datetime");
        }
        Instant instant = parseInstant(text);
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException("Datetime out of range");
        }
        return instant;
    }

    /** An ISO date in the years 1 to 9999. */
    public static LocalDate date(String text) {
        if (!DATE_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Invalid date");
        }
        LocalDate date = parseDate(text);
        if (date.isBefore(FIRST_DAY)) {
            throw new IllegalArgumentException("Date out of range");
        }
        return date;
    }

    /** Whether the text can be stored and sent on: no U+0000, no half of a surrogate pair. */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static Instant parseInstant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException invalid) {
            throw new IllegalArgumentException("Invalid datetime", invalid);
        }
    }

    private static LocalDate parseDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException invalid) {
            throw new IllegalArgumentException("Invalid date", invalid);
        }
    }
}
