package io.deskgraph.assets.asset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the database gives back an object's members: shorter names first, then by their bytes. An asset just
 * written then looks, and is tagged, exactly as it will be read.
 */
final class FieldOrder {

    private static final Comparator<byte[]> BYTES =
            Comparator.<byte[]>comparingInt(name -> name.length).thenComparing(Arrays::compareUnsigned);

    private static final Comparator<String> NAMES =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), BYTES);

    private FieldOrder() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
        fields.keySet().stream().sorted(NAMES).forEach(name -> ordered.put(name, value(fields.get(name))));
        return Collections.unmodifiableMap(ordered);
    }

    @SuppressWarnings("unchecked") // JSON objects have text names
    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return of((Map<String, @Nullable Object>) object);
        }
        return value instanceof List<?> list
                ? list.stream().map(FieldOrder::value).toList()
                : value;
    }
}
