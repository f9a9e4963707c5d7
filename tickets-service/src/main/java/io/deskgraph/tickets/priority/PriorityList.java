package io.deskgraph.tickets.priority;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;

/** What the list of priorities may be narrowed and sorted by. */
final class PriorityList {

    private static final List<Filter> FILTERS = List.of(
            Filter.oneOf("item_type", "p.item_type = ?", "ticket", "project_task"),
            Filter.contains("search", "p.priority_name"));

    private static final Map<String, Sort> SORTS = Map.of(
            "order_number",
            Sort.by("p.order_number", "integer"),
            "priority_name",
            Sort.by("p.priority_name", "text"),
            "item_type",
            Sort.by("p.item_type", "text"),
            "created_at",
            Sort.by("p.created_at", "timestamptz"));

    static final ListShape SHAPE =
            new ListShape(Priorities.KIND.columns("p"), "priorities p", "p", FILTERS, SORTS, "order_number", false);

    private PriorityList() {}
}
