package io.deskgraph.tickets.client;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;

/** What the list of one client's locations may be narrowed and sorted by. */
final class ClientLocationList {

    private static final Map<String, Sort> SORTS = Map.of(
            "location_name",
            Sort.by("l.location_name", "text"),
            "is_default",
            Sort.by("l.is_default", "boolean"),
            "created_at",
            Sort.by("l.created_at", "timestamptz"));

    private ClientLocationList() {}

    static ListShape shape(ClientLocations locations) {
        List<Filter> filters = List.of(
                new Filter("client_id", (query, name) -> locations.client(), "l.client_id = ?", value -> value),
                Filter.contains("search", "l.location_name"),
                Filter.flag("is_active", "l.is_active"));
        return new ListShape(locations.columns("l"), "client_locations l", "l", filters, SORTS, "location_name", false);
    }
}
