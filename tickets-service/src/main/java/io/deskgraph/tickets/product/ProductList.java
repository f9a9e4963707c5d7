package io.deskgraph.tickets.product;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;

/** What the list of products may be narrowed and sorted by. */
final class ProductList {

    private static final List<Filter> FILTERS = List.of(
            Filter.contains("search", "r.service_name", "r.sku"),
            Filter.oneOf("item_kind", "r.item_kind = ?", "product", "service"),
            Filter.flag("is_active", "r.is_active"));

    private static final Map<String, Sort> SORTS = Map.of(
            "service_name",
            Sort.by("r.service_name", "text"),
            "sku",
            Sort.byNullable("r.sku", "text"),
            "default_rate",
            Sort.by("r.default_rate", "bigint"),
            "created_at",
            Sort.by("r.created_at", "timestamptz"));

    static final ListShape SHAPE =
            new ListShape(Products.KIND.columns("r"), "products r", "r", FILTERS, SORTS, "service_name", false);

    private ProductList() {}
}
