package io.deskgraph.tickets.listing;

import io.deskgraph.kit.http.Cursor;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.http.QueryReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked of a list.
 *
 * @param filters values by parameter, converted, only those sent
 * @param page which page; by cursor only its limit counts
 * @param cursor null where pages are counted, empty at the start
 */
record ListRequest(
        Map<String, Object> filters,
        String sortName,
        boolean descending,
        PageRequest page,
        @Nullable String cursor) {

    static final int DEFAULT_LIMIT = 25;
    static final int MAX_LIMIT = 100;
    private static final Map<String, Boolean> ORDERS = Map.of("asc", false, "desc", true);

    /** What narrows the list alone; all of the list in its usual order otherwise. */
    static ListRequest narrowing(QueryReader reader, ListShape shape) {
        Map<String, Object> filters = filters(reader, shape);
        return new ListRequest(filters, shape.defaultSort(), shape.descending(), new PageRequest(1, MAX_LIMIT), null);
    }

    static ListRequest read(QueryReader reader, ListShape shape) {
        Map<String, Object> filters = filters(reader, shape);
        String cursor = reader.text("cursor", Integer.MAX_VALUE);
        return new ListRequest(
                filters,
                reader.oneOf("sort", names(shape), shape.defaultSort()),
                reader.oneOf("order", ORDERS, shape.descending()),
                reader.page(DEFAULT_LIMIT, MAX_LIMIT),
                cursor);
    }

    private static Map<String, Object> filters(QueryReader reader, ListShape shape) {
        Map<String, Object> filters = new LinkedHashMap<>();
        for (Filter filter : shape.filters()) {
            Object value = filter.reader().apply(reader, filter.name());
            if (value != null) {
                filters.put(filter.name(), value);
            }
        }
        shape.check().accept(reader, filters);
        return filters;
    }

    boolean byCursor() {
        return cursor != null;
    }

    /** Null at the start. */
    @Nullable
    Cursor position(Sort sort) {
        return cursor == null || cursor.isEmpty()
                ? null
                : Cursor.decode(cursor, orderName(), sort.keys().size() + 1);
    }

    String orderName() {
        return sortName + ":" + order();
    }

    String order() {
        return descending ? "desc" : "asc";
    }

    private static Map<String, String> names(ListShape shape) {
        return shape.sorts().keySet().stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }
}
