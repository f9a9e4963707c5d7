package io.deskgraph.tickets.category;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;

/** What the list of categories may be narrowed and sorted by. */
final class CategoryList {

    private static final List<Filter> FILTERS = List.of(
            Filter.contains("search", "g.category_name"),
            Filter.uuid("board_id", "g.board_id"),
            Filter.uuid("parent_category", "g.parent_category"),
            Filter.flag("is_subcategory", "g.parent_category IS NOT NULL"));

    private static final Map<String, Sort> SORTS = Map.of(
            "display_order",
            Sort.by("g.display_order", "integer").then("g.category_name", "text"),
            "category_name",
            Sort.by("g.category_name", "text"),
            "created_at",
            Sort.by("g.created_at", "timestamptz"));

    static final ListShape SHAPE =
            new ListShape(Categories.KIND.columns("g"), "categories g", "g", FILTERS, SORTS, "display_order", false);

    private CategoryList() {}
}
