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
 * @param form what a value looks like; null for one that clients do not send
 * @param values the only ones there are; empty where any will do
 * @param condition SQL in which each {@code ?} stands for the value
 * @param argument what the SQL client is given for the value that was read
 */
public record Filter(
        String name,
        @Nullable Form form,
        List<String> values,
        BiFunction<QueryReader, String, @Nullable Object> reader,
        String condition,
        Function<Object, Object> argument) {

    /** What values look like in a request. */
    public enum Form {
        UUID,
        UUIDS,
        FLAG,
        TEXT,
        TEXTS,
        TIME
    }

    public Filter {
        values = List.copyOf(values);
    }

    /** A value that is not among the parameters. */
    public Filter(
            String name,
            BiFunction<QueryReader, String, @Nullable Object> reader,
            String condition,
            Function<Object, Object> argument) {
        this(name, null, List.of(), reader, condition, argument);
    }

    private static Filter of(
            String name,
            Form form,
            BiFunction<QueryReader, String, @Nullable Object> reader,
            String condition,
            Function<Object, Object> argument) {
        return new Filter(name, form, List.of(), reader, condition, argument);
    }

    public static Filter uuid(String name, String column) {
        return uuidIn(name, column + " = ?");
    }

    /** An id in a condition of its own. */
    public static Filter uuidIn(String name, String condition) {
        return of(name, Form.UUID, QueryReader::uuid, condition, value -> value);
    }

    public static Filter anyUuid(String name, String column) {
        return of(name, Form.UUIDS, QueryReader::uuids, column + " = ANY (?)", value -> ((List<?>) value)
                .toArray(UUID[]::new));
    }

    /** @param condition SQL that is compared with the flag */
    public static Filter flag(String name, String condition) {
        return of(name, Form.FLAG, QueryReader::bool, "(" + condition + ") = ?", value -> value);
    }

    /** A flag that counts as sent with the value false when it is absent. */
    public static Filter flagOrFalse(String name, String condition) {
        return of(name, Form.FLAG, (reader, parameter) -> reader.bool(parameter, false), condition, value -> value);
    }

    public static Filter exact(String name, String column) {
        return of(name, Form.TEXT, QueryReader::text, column + " = ?", value -> value);
    }

    public static Filter oneOf(String name, String condition, String... known) {
        Map<String, String> values =
                List.of(known).stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        return new Filter(
                name,
                Form.TEXT,
                List.of(known),
                (reader, parameter) -> reader.oneOf(parameter, values),
                condition,
                value -> value);
    }

    /** Case-insensitive; wildcards in the value are ordinary characters. */
    public static Filter contains(String name, String... columns) {
        String condition = String.join(" ILIKE ? OR ", columns) + " ILIKE ?";
        return of(
                name,
                Form.TEXT,
                QueryReader::text,
                "(" + condition + ")",
                value -> "%" + escaped((String) value) + "%");
    }

    /** Text in a condition of its own. */
    public static Filter text(String name, String condition) {
        return of(name, Form.TEXT, QueryReader::text, condition, value -> value);
    }

    public static Filter from(String name, String column) {
        return of(name, Form.TIME, QueryReader::instant, column + " >= ?", Filter::time);
    }

    public static Filter to(String name, String column) {
        return of(name, Form.TIME, QueryReader::instant, column + " <= ?", Filter::time);
    }

    /** Texts without surrounding blanks, in lower case, none of them empty. */
    public static Filter anyText(String name, String condition) {
        return of(name, Form.TEXTS, Filter::lowerTexts, condition, value -> ((List<?>) value).toArray(String[]::new));
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
