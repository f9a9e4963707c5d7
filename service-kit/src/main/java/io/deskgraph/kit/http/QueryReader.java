package io.deskgraph.kit.http;

import io.deskgraph.kit.problem.Detail;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed reading of query parameters. A wrong value is noted, reads as absent, and ends the request when all are read. */
public final class QueryReader {

    private static final int MAX_TEXT = 1_000;

    private final MultivaluedMap<String, String> parameters;
    private final Set<String> asked = new HashSet<>();
    private final List<Detail> mistakes = new ArrayList<>();

    QueryReader(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    public @Nullable String text(String name) {
        return text(name, MAX_TEXT);
    }

    public @Nullable String text(String name, int max) {
        return read(name, value -> atMost(max, value));
    }

    public @Nullable UUID uuid(String name) {
        return read(name, StrictText::uuid);
    }

    public @Nullable Instant instant(String name) {
        return read(name, StrictText::instant);
    }

    public @Nullable LocalDate date(String name) {
        return read(name, StrictText::date);
    }

    public @Nullable Boolean bool(String name) {
        return read(name, QueryValues::bool);
    }

    public boolean bool(String name, boolean absent) {
        Boolean value = bool(name);
        return value == null ? absent : value;
    }

    public @Nullable Integer number(String name, int min, int max) {
        return read(name, value -> QueryValues.number(value, min, max));
    }

    /** A JSON array in text, or values separated by commas; null when the parameter is absent. */
    public @Nullable List<Integer> numbers(String name) {
        return read(name, QueryValues::numbers);
    }

    public @Nullable List<UUID> uuids(String name) {
        return read(name, QueryValues::uuids);
    }

    /** Values separated by commas; null when the parameter is absent. */
    public @Nullable List<String> texts(String name) {
        return read(name, QueryValues::texts);
    }

    /** Maps the value by the closed list of those allowed, for sorts and enumerations. */
    public <T> @Nullable T oneOf(String name, Map<String, T> known) {
        return read(name, value -> QueryValues.oneOf(value, known));
    }

    public <T> T oneOf(String name, Map<String, T> known, T absent) {
        T value = oneOf(name, known);
        return value == null ? absent : value;
    }

    /** {@code page} from 1 and {@code limit} up to the list's maximum. */
    public PageRequest page(int defaultLimit, int maxLimit) {
        Integer page = number("page", 1, Integer.MAX_VALUE);
        return new PageRequest(page == null ? 1 : page, limit(defaultLimit, maxLimit));
    }

    public int limit(int defaultLimit, int maxLimit) {
        Integer limit = number("limit", 1, maxLimit);
        return limit == null ? defaultLimit : limit;
    }

    /** A value of a kind of its own; the parser says what is wrong by an IllegalArgumentException's text. */
    public <T> @Nullable T read(String name, Function<String, T> parser) {
        asked.add(name);
        String value = parameters.getFirst(name);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException invalid) {
            reject(name, String.valueOf(invalid.getMessage()));
            return null;
        }
    }

    /** Notes a mistake that only shows between parameters. */
    public void reject(String name, String message) {
        mistakes.add(Detail.of(name, message));
    }

    /** A family of names such as {@code custom.<name>}, by what follows the prefix. */
    public Map<String, List<String>> startingWith(String prefix) {
        Map<String, List<String>> found = new TreeMap<>();
        for (String name : parameters.keySet()) {
            if (name.startsWith(prefix)) {
                asked.add(name);
                found.put(name.substring(prefix.length()), parameters.get(name));
            }
        }
        return found;
    }

    Set<String> asked() {
        return asked;
    }

    List<Detail> mistakes() {
        return mistakes;
    }

    private static String atMost(int max, String value) {
        if (value.length() > max) {
            throw new IllegalArgumentException("Must be at most " + max + " characters");
        }
        return value;
    }
}
