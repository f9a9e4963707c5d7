package io.deskgraph.tickets.status;

import io.deskgraph.kit.http.QueryReader;
import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;

/** What the list of statuses may be narrowed and sorted by. */
final class StatusList {

    private static final List<Filter> FILTERS = List.of(
            Filter.oneOf("type", "s.status_type = ?", "ticket", "project", "project_task", "interaction"),
            Filter.uuid("board_id", "s.board_id"),
            Filter.contains("search", "s.name"));

    private static final Map<String, Sort> SORTS = Map.of(
            "order_number",
            Sort.by("s.order_number", "integer"),
            "name",
            Sort.by("s.name", "text"),
            "status_type",
            Sort.by("s.status_type", "text"),
            "is_closed",
            Sort.by("s.is_closed", "boolean"),
            "is_default",
            Sort.by("s.is_default", "boolean"),
            "created_at",
            Sort.by("s.created_at", "timestamptz"));

    static final ListShape SHAPE = new ListShape(
            Statuses.KIND.columns("s"),
            "statuses s",
            "s",
            FILTERS,
            SORTS,
            "order_number",
            false,
            StatusList::requireBoard);

    private StatusList() {}

    /** Statuses of tickets exist per board; without one the list would mix boards. */
    private static void requireBoard(QueryReader reader, Map<String, Object> filters) {
        if ("ticket".equals(filters.get("type")) && !filters.containsKey("board_id")) {
            reader.reject("board_id", "board_id is required for ticket statuses");
        }
    }
}
