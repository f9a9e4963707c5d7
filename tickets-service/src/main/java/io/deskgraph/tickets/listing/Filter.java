package io.deskgraph.tickets.listing;

import io.deskgraph.kit.http.QueryReader;
import io.deskgraph.tickets.sql.Times;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter that narrows a list.
 *
 * @param condition SQL in which each {@code ?} stands for the value
 * @param argument what the SQL client is given for the value that was read
 */
public record Filter(
        String name,
        BiFunction<QueryReader, String, @Nullable Object> reader,
        String condition,
        Function<Object, Object> argument) {

    public static Filter uuid(String name, String column) {
        return uuidIn(name, column + " = ?");
    }

    /** An id in a condition of its own. */
    public static Filter uuidIn(String name, String condition) {
        return new Filter(name, QueryReader::uuid, condition, value -> value);
    }

    public static Filter anyUuid(String name, String column) {
        return new Filter(
                name, QueryReader::uuids, column + " = ANY (?)", value -> ((List<?>) value).toArray(UUID[]::new));
    }

    /** @param condition SQL that is compared with the flag */
    public static Filter flag(String name, String condition) {
        return new Filter(name, QueryReader::bool, "(" + condition + ") = ?", value -> value);
    }

    /** A flag that counts as sent with the value false when it is absent. */
    public static Filter flagOrFalse(String name, String condition) {
        return new Filter(name, (reader, parameter) -> reader.bool(parameter, false), condition, value -> value);
    }

    public static Filter exact(String name, String column) {
        return new Filter(name, QueryReader::text, column + " = ?", value -> value);
    }

    public static Filter oneOf(String name, String condition, String... known) {
        Map<String, String> values =
                List.of(known).stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        return new Filter(name, (reader, parameter) -> reader.oneOf(parameter, values), condition, value -> value);
    }

    /** Case-insensitive; wildcards in the value are ordinary characters. */
    public static Filter contains(String name, String... columns) {
        String condition = String.join(" ILIKE ? OR ", columns) + " ILIKE ?";
        return new Filter(name, QueryReader::text, "(" + condition + ")", value -> "%" + escaped((String) value) + "%");
    }

    public static Filter from(String name, String column) {
        return new Filter(name, QueryReader::instant, column + " >= ?", Filter::time);
    }

    public static Filter to(String name, String column) {
        return new Filter(name, QueryReader::instant, column + " <= ?", Filter::time);
    }

    /** Texts without surrounding blanks, in lower case, none of them empty. */
    public static Filter anyText(String name, String condition) {
        return new Filter(name, Filter::lowerTexts, condition, value -> ((List<?>) value).toArray(String[]::new));
    }

    private static @Nullable Object lowerTexts(QueryReader reader, String name) {
        List<String> texts = reader.texts(name);
        return texts == null
                ? null
                : texts.stream()
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private static Object time(Object value) {
        return Objects.requireNonNull(Times.at((Instant) value));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
