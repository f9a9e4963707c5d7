package io.deskgraph.tickets.contact;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;

/** What the list of contacts may be narrowed and sorted by. */
final class ContactList {

    private static final List<Filter> FILTERS = List.of(
            Filter.contains("search", "n.full_name", "n.email"),
            Filter.uuid("client_id", "n.client_id"),
            Filter.flag("is_inactive", "n.is_inactive"));

    private static final Map<String, Sort> SORTS = Map.of(
            "full_name",
            Sort.by("n.full_name", "text"),
            "email",
            Sort.byNullable("n.email", "text"),
            "created_at",
            Sort.by("n.created_at", "timestamptz"),
            "updated_at",
            Sort.by("n.updated_at", "timestamptz"));

    static final ListShape SHAPE =
            new ListShape(Contacts.KIND.columns("n"), "contacts n", "n", FILTERS, SORTS, "full_name", false);

    private ContactList() {}
}
