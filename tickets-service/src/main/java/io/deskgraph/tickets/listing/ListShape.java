package io.deskgraph.tickets.listing;

import io.deskgraph.kit.http.QueryReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All that a list offers.
 *
 * @param columns what is selected
 * @param from table and joins; every join is to at most one row
 * @param alias of the table that is listed; it has {@code tenant_id} and {@code id}
 * @param sorts by the name clients use
 * @param check notes mistakes that show only between parameters
 * @param tally where totals are kept; null where they are counted
 */
public record ListShape(
        String columns,
        String from,
        String alias,
        List<Filter> filters,
        Map<String, Sort> sorts,
        String defaultSort,
        boolean descending,
        BiConsumer<QueryReader, Map<String, Object>> check,
        @Nullable Tally tally) {

    public ListShape {
        filters = List.copyOf(filters);
        sorts = Map.copyOf(sorts);
    }

    public ListShape(
            String columns,
            String from,
            String alias,
            List<Filter> filters,
            Map<String, Sort> sorts,
            String defaultSort,
            boolean descending) {
        this(columns, from, alias, filters, sorts, defaultSort, descending, (reader, read) -> {}, null);
    }

    public ListShape(
            String columns,
            String from,
            String alias,
            List<Filter> filters,
            Map<String, Sort> sorts,
            String defaultSort,
            boolean descending,
            BiConsumer<QueryReader, Map<String, Object>> check) {
        this(columns, from, alias, filters, sorts, defaultSort, descending, check, null);
    }

    /** The same with totals taken from there. */
    public ListShape with(Tally totals) {
        return new ListShape(columns, from, alias, filters, sorts, defaultSort, descending, check, totals);
    }

    boolean joins() {
        return from.contains(" JOIN ");
    }

    Sort sort(String name) {
        return Objects.requireNonNull(sorts.get(name), name);
    }

    String tenantColumn() {
        return alias + ".tenant_id";
    }

    String idColumn() {
        return alias + ".id";
    }
}
