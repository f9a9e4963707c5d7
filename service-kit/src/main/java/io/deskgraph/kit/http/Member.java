package io.deskgraph.kit.http;

import org.jspecify.annotations.Nullable;

/**
 * One member of a body: not sent, sent as null, or sent with a value.
 *
 * @param name as it is on the wire
 * @param value null where it was not sent
 */
public record Member<T>(String name, boolean sent, @Nullable T value) {

    public boolean hasValue() {
        return value != null;
    }

    /** The value, where null and absent mean the same. */
    public T or(T absent) {
        return value == null ? absent : value;
    }

    /** What was sent, null included, or what is there already. */
    public @Nullable T over(@Nullable T present) {
        return sent ? value : present;
    }
}
