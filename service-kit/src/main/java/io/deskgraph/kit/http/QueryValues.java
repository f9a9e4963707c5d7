package io.deskgraph.kit.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parsers of single query values; each says what is wrong by the text of an IllegalArgumentException. */
final class QueryValues {

    private static final int MAX_LIST = 1_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}");

    private QueryValues() {}

    static Boolean bool(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Must be true or false");
        };
    }

    static Integer number(String value, int min, int max) {
        long number = NUMBER.matcher(value).matches() ? Long.parseLong(value) : Long.MIN_VALUE;
        if (number == Long.MIN_VALUE) {
            throw new IllegalArgumentException("Must be a whole number");
        }
        if (number < min || number > max) {
            throw new IllegalArgumentException("Must be between " + min + " and " + max);
        }
        return (int) number;
    }

    static List<Integer> numbers(String value) {
        return items(value)
                .map(item -> number(item, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .toList();
    }

    static List<UUID> uuids(String value) {
        return items(value).map(QueryValues::unquoted).map(StrictText::uuid).toList();
    }

    static List<String> texts(String value) {
        return items(value).map(QueryValues::unquoted).toList();
    }

    static <T> T oneOf(String value, Map<String, T> known) {
        T found = known.get(value);
        if (found == null) {
            throw new IllegalArgumentException("Must be one of " + String.join(", ", new TreeSet<>(known.keySet())));
        }
        return found;
    }

    private static Stream<String> items(String value) {
        String inner = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
        if (inner.isBlank()) {
            return Stream.empty();
        }
        String[] items = inner.split(",", -1);
        if (items.length > MAX_LIST) {
            throw new IllegalArgumentException("Must have at most " + MAX_LIST + " values");
        }
        return Arrays.stream(items).map(String::strip);
    }

    private static String unquoted(String item) {
        boolean quoted = item.length() >= 2 && item.startsWith("\"") && item.endsWith("\"");
        return quoted ? item.substring(1, item.length() - 1) : item;
    }
}
