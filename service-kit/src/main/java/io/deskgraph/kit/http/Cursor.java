package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a keyset-paged list goes on: the sort it belongs to and the last row's sort key. Opaque to clients; a cursor of
 * another sort, of another version or with a key that does not parse is their mistake and answers 400.
 */
public final class Cursor {

    private static final int VERSION = 1;
    private static final int MAX_LENGTH = 2_048;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String sort;
    private final List<@Nullable String> key;

    private Cursor(String sort, List<@Nullable String> key) {
        this.sort = sort;
        this.key = Collections.unmodifiableList(key);
    }

    /** @param key the last row's values of the sort columns, the id last; text forms that parse back exactly */
    public static Cursor after(String sort, @Nullable Object... key) {
        List<@Nullable String> texts = new ArrayList<>();
        Arrays.stream(key).map(value -> value == null ? null : value.toString()).forEach(texts::add);
        return new Cursor(sort, texts);
    }

    /** @param sort the sort the list is read by now; @param length how many values its key has */
    public static Cursor decode(String text, String sort, int length) {
        List<?> parts = parts(text);
        boolean fits = parts.size() == length + 2
                && Integer.valueOf(VERSION).equals(parts.get(0))
                && sort.equals(parts.get(1))
                && parts.stream().skip(2).allMatch(part -> part == null || part instanceof String);
        if (!fits) {
            throw malformed();
        }
        return after(sort, parts.subList(2, parts.size()).toArray());
    }

    public String encode() {
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(VERSION);
        parts.add(sort);
        parts.addAll(key);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public @Nullable String text(int index) {
        return key.get(index);
    }

    public UUID uuid(int index) {
        return parsed(index, StrictText::uuid);
    }

    public Instant instant(int index) {
        return parsed(index, Instant::parse);
    }

    public long number(int index) {
        return parsed(index, Long::parseLong);
    }

    private <T> T parsed(int index, Function<String, T> parser) {
        String text = key.get(index);
        if (text == null) {
            throw malformed();
        }
        try {
            return parser.apply(text);
        } catch (DateTimeParseException | IllegalArgumentException invalid) {
            throw malformed();
        }
    }

    private static List<?> parts(String text) {
        if (text.length() > MAX_LENGTH) {
            throw malformed();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            List<?> parts = JSON.readValue(new String(bytes, StandardCharsets.UTF_8), List.class);
            return parts == null ? List.of() : parts;
        } catch (IllegalArgumentException | JsonProcessingException invalid) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Problem.invalid("Query validation failed", List.of(Detail.of("cursor", "Invalid cursor")));
    }
}
