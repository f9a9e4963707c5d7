package io.deskgraph.tickets.listing;

import java.util.List;

/**
 * An order that a list may be read in.
 *
 * @param keys what is compared, in this order; only a single key may be null
 */
public record Sort(List<Key> keys) {

    /**
     * @param type its SQL type, to read it back from a cursor
     */
    public record Key(String expression, String type, boolean nullable) {}

    public Sort {
        keys = List.copyOf(keys);
        if (keys.size() > 1 && keys.stream().anyMatch(Key::nullable)) {
            throw new IllegalArgumentException("Several keys must not be null: " + keys);
        }
    }

    public static Sort by(String expression, String type) {
        return new Sort(List.of(new Key(expression, type, false)));
    }

    public static Sort byNullable(String expression, String type) {
        return new Sort(List.of(new Key(expression, type, true)));
    }

    public Sort then(String expression, String type) {
        return new Sort(List.of(keys.get(0), new Key(expression, type, false)));
    }
}
