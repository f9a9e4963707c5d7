package io.deskgraph.contracts.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of an event that has no members of its own.
 *
 * @param after the full state after the change; null once the aggregate is gone
 * @param changed wire name of each member that differs; empty for a creation and a deletion
 */
public record EventPayload<S extends Record>(@Nullable S after, Map<String, Change> changed) {

    public static <S extends Record> EventPayload<S> created(S after) {
        return new EventPayload<>(after, Map.of());
    }

    public static <S extends Record> EventPayload<S> changed(S before, S after) {
        return new EventPayload<>(after, Changes.between(before, after));
    }

    public static <S extends Record> EventPayload<S> deleted() {
        return new EventPayload<>(null, Map.of());
    }
}
