package io.deskgraph.tickets.client;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;

/** What the list of clients may be narrowed and sorted by. */
final class ClientList {

    private static final List<Filter> FILTERS = List.of(
            Filter.contains("search", "c.client_name", "c.email"),
            Filter.contains("client_name", "c.client_name"),
            Filter.flag("is_inactive", "c.is_inactive"));

    private static final Map<String, Sort> SORTS = Map.of(
            "client_name",
            Sort.by("c.client_name", "text"),
            "created_at",
            Sort.by("c.created_at", "timestamptz"),
            "updated_at",
            Sort.by("c.updated_at", "timestamptz"));

    static final ListShape SHAPE =
            new ListShape(Clients.KIND.columns("c"), "clients c", "c", FILTERS, SORTS, "client_name", false);

    private ClientList() {}
}
