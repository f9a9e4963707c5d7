package io.deskgraph.assets.asset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** RFC 7396 on an object: null takes a member away, objects are merged, anything else replaces. */
final class MergePatch {

    private MergePatch() {}

    static Map<String, @Nullable Object> apply(
            Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(target);
        patch.forEach((name, value) -> put(merged, name, value));
        return Collections.unmodifiableMap(merged);
    }

    private static void put(Map<String, @Nullable Object> merged, String name, @Nullable Object value) {
        if (value == null) {
            merged.remove(name);
        } else if (value instanceof Map<?, ?> patch) {
            merged.put(name, apply(object(merged.get(name)), object(patch)));
        } else {
            merged.put(name, value);
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have text names
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? (Map<String, @Nullable Object>) object : Map.of();
    }
}
