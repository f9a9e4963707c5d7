package io.deskgraph.tickets.board;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;

/** What the list of boards may be narrowed and sorted by. */
final class BoardList {

    private static final List<Filter> FILTERS = List.of(
            Filter.contains("search", "b.board_name", "b.description"),
            Filter.flagOrFalse("include_inactive", "(? OR NOT b.is_inactive)"));

    private static final Map<String, Sort> SORTS = Map.of(
            "default",
            Sort.by("b.display_order", "integer").then("b.board_name", "text"),
            "display_order",
            Sort.by("b.display_order", "integer"),
            "board_name",
            Sort.by("b.board_name", "text"),
            "is_inactive",
            Sort.by("b.is_inactive", "boolean"),
            "is_default",
            Sort.by("b.is_default", "boolean"));

    static final ListShape SHAPE =
            new ListShape(Boards.KIND.columns("b"), "boards b", "b", FILTERS, SORTS, "default", false);

    private BoardList() {}
}
