package io.deskgraph.tickets.ticket;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON merge patch (RFC 7396) of one object: null removes, objects merge, everything else replaces. */
final class MergePatch {

    private MergePatch() {}

    static Map<String, @Nullable Object> apply(
            @Nullable Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch) {
        Map<String, @Nullable Object> result = target == null ? new LinkedHashMap<>() : new LinkedHashMap<>(target);
        patch.forEach((name, value) -> {
            if (value == null) {
                result.remove(name);
            } else {
                result.put(name, merged(result.get(name), value));
            }
        });
        return result;
    }

    private static Object merged(@Nullable Object present, Object value) {
        return value instanceof Map<?, ?> patch ? apply(object(present), cast(patch)) : value;
    }

    private static @Nullable Map<String, @Nullable Object> object(@Nullable Object present) {
        return present instanceof Map<?, ?> map ? cast(map) : null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> cast(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }
}
