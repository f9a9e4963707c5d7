package io.deskgraph.tickets.listing;

import io.deskgraph.kit.http.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The one statement that answers a list request, with its arguments. */
final class ListStatement {

    private final ListShape shape;
    private final ListRequest request;
    private final Sort sort;
    private final List<Object> args = new ArrayList<>();
    private final String where;

    ListStatement(ListShape shape, ListRequest request, Scope scope, UUID tenant) {
        this.shape = shape;
        this.request = request;
        this.sort = shape.sort(request.sortName());
        this.where = where(tenant, scope);
    }

    @Nullable
    Object[] args() {
        return args.toArray();
    }

    /** One row at least: the total comes also with a page that has nothing on it, its row then has no key. */
    String page() {
        long offset = request.page().offset();
        String skipped = offset == 0 ? "" : " OFFSET " + placeholder(offset);
        String slice = rows(where, " LIMIT " + limit(request.page().limit()) + skipped);
        return """
                WITH counted AS (%s)
                SELECT counted.total, slice.* FROM counted LEFT JOIN (%s) slice ON true ORDER BY %s""".formatted(counted(), slice, order("slice.key_", "slice.key_id"));
    }

    /** One row more than asked for tells whether there are more. */
    String afterCursor() {
        Cursor position = request.position(sort);
        String rest = position == null ? where : where + " AND " + beyond(position);
        return rows(rest, " LIMIT " + limit(request.page().limit() + 1));
    }

    String where() {
        return where;
    }

    private String counted() {
        Tally tally = shape.tally();
        return tally != null && tally.knows(request.filters().keySet())
                ? "SELECT " + tally.total() + " AS total FROM " + tally.from() + " WHERE " + where
                : "SELECT count(*) AS total FROM " + shape.from() + " WHERE " + where;
    }

    /**
     * Which rows they are is found out first, where the database may leave out every join that neither filters nor sorts;
     * what is joined to show them is joined to these few.
     */
    private String rows(String condition, String slice) {
        String order = " ORDER BY " + order(null, shape.idColumn());
        String select = "SELECT " + shape.columns() + ", " + keys() + " FROM " + shape.from() + " WHERE ";
        if (!shape.joins()) {
            return select + condition + order + slice;
        }
        String found = "SELECT " + shape.idColumn() + " FROM " + shape.from() + " WHERE " + condition + order + slice;
        return select + shape.tenantColumn() + " = $1 AND " + shape.idColumn() + " = ANY (ARRAY (" + found + "))"
                + order;
    }

    private String where(UUID tenant, Scope scope) {
        List<String> conditions = new ArrayList<>();
        conditions.add(shape.tenantColumn() + " = " + placeholder(tenant)); // $1, which rows() counts on
        if (scope.confines()) {
            conditions.add(scope.condition().replace("?", placeholder(scope.argument())));
        }
        for (Filter filter : shape.filters()) {
            Object value = request.filters().get(filter.name());
            if (value != null) {
                String argument = placeholder(filter.argument().apply(value));
                conditions.add(filter.condition().replace("?", argument));
            }
        }
        return String.join(" AND ", conditions);
    }

    private String keys() {
        return IntStream.range(0, sort.keys().size())
                        .mapToObj(i -> sort.keys().get(i).expression() + " AS key_" + i)
                        .collect(Collectors.joining(", "))
                + ", " + shape.idColumn() + " AS key_id";
    }

    /** @param prefix of the keys' names outside of the slice; null inside, where they are expressions */
    private String order(@Nullable String prefix, String id) {
        String direction = request.descending() ? " DESC" : " ASC";
        return IntStream.range(0, sort.keys().size())
                        .mapToObj(i -> prefix == null ? sort.keys().get(i).expression() : prefix + i)
                        .map(key -> key + direction)
                        .collect(Collectors.joining(", "))
                + ", " + id + direction;
    }

    private String beyond(Cursor position) {
        String id = placeholder(position.uuid(sort.keys().size()));
        Sort.Key first = sort.keys().get(0);
        return first.nullable() ? beyondNullable(first, position.text(0), id) : beyondKeys(position, id);
    }

    private String beyondKeys(Cursor position, String id) {
        String columns = sort.keys().stream().map(Sort.Key::expression).collect(Collectors.joining(", "));
        String values = IntStream.range(0, sort.keys().size())
                .mapToObj(i -> typed(sort.keys().get(i), position.text(i)))
                .collect(Collectors.joining(", "));
        return "(" + columns + ", " + shape.idColumn() + ") " + after() + " (" + values + ", " + id + ")";
    }

    /** PostgreSQL puts nulls behind everything: last when ascending, first when descending. */
    private String beyondNullable(Sort.Key key, @Nullable String value, String id) {
        String expression = key.expression();
        String sameNull = "(" + expression + " IS NULL AND " + shape.idColumn() + " " + after() + " " + id + ")";
        if (value == null) {
            return request.descending() ? "(" + sameNull + " OR " + expression + " IS NOT NULL)" : sameNull;
        }
        String row = "(" + expression + ", " + shape.idColumn() + ") " + after() + " (" + typed(key, value) + ", " + id
                + ")";
        return request.descending() ? row : "(" + row + " OR " + expression + " IS NULL)";
    }

    private String after() {
        return request.descending() ? "<" : ">";
    }

    private String typed(Sort.Key key, @Nullable String value) {
        return placeholder(value == null ? "" : value) + "::text::" + key.type();
    }

    /**
     * A list that nothing narrows has one good plan for all tenants. PostgreSQL keeps it only where the statement says how few
     * rows are wanted; for a limit it does not know it expects a tenth of the table, and plans anew at each call. A list that
     * is narrowed may need another plan for each value.
     */
    private String limit(int rows) {
        return request.filters().isEmpty() ? String.valueOf(rows) : placeholder(rows);
    }

    private String placeholder(Object value) {
        args.add(value);
        return "$" + args.size();
    }
}
