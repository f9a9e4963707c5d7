package io.deskgraph.tickets.ticket;

import static io.deskgraph.tickets.listing.Sort.by;
import static io.deskgraph.tickets.listing.Sort.byNullable;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Sort;
import io.deskgraph.tickets.listing.Tally;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the list of tickets may be narrowed and sorted by. */
final class TicketList {

    static final String COLUMNS = TicketRows.COLUMNS + """
            , c.client_name, n.full_name AS contact_name, s.name AS status_name, s.is_closed AS status_is_closed,
            p.priority_name, g.category_name, h.category_name AS subcategory_name, b.board_name,
            e.first_name || ' ' || e.last_name AS entered_by_name,
            a.first_name || ' ' || a.last_name AS assigned_to_name,
            NOT t.is_closed AND coalesce(t.due_date < now(), false) AS is_overdue""";

    /** Outer joins, although most have a partner always: those that a count does not need are then left out. */
    static final String FROM = """
            tickets t
            LEFT JOIN clients c ON c.tenant_id = t.tenant_id AND c.id = t.client_id
            LEFT JOIN contacts n ON n.tenant_id = t.tenant_id AND n.id = t.contact_name_id
            LEFT JOIN boards b ON b.tenant_id = t.tenant_id AND b.id = t.board_id
            LEFT JOIN statuses s ON s.tenant_id = t.tenant_id AND s.id = t.status_id
            LEFT JOIN priorities p ON p.tenant_id = t.tenant_id AND p.id = t.priority_id
            LEFT JOIN categories g ON g.tenant_id = t.tenant_id AND g.id = t.category_id
            LEFT JOIN categories h ON h.tenant_id = t.tenant_id AND h.id = t.subcategory_id
            LEFT JOIN user_copies e ON e.tenant_id = t.tenant_id AND e.id = t.entered_by
            LEFT JOIN user_copies a ON a.tenant_id = t.tenant_id AND a.id = t.assigned_to""";

    private static final String IS_MASTER =
            "EXISTS (SELECT FROM tickets m WHERE m.tenant_id = t.tenant_id AND m.master_ticket_id = t.id)";

    private static final List<Filter> FILTERS = List.of(
            Filter.text("search", containing("'title', 'ticket_number', 'client_name'")),
            Filter.text("title", containing("'title'")),
            Filter.text("ticket_number", containing("'ticket_number'")),
            Filter.uuid("board_id", "t.board_id"),
            Filter.uuid("client_id", "t.client_id"),
            Filter.uuid("location_id", "t.location_id"),
            Filter.uuid("contact_name_id", "t.contact_name_id"),
            Filter.uuid("status_id", "t.status_id"),
            Filter.uuid("category_id", "t.category_id"),
            Filter.uuid("subcategory_id", "t.subcategory_id"),
            Filter.uuid("entered_by", "t.entered_by"),
            Filter.uuid("assigned_to", "t.assigned_to"),
            Filter.uuid("priority_id", "t.priority_id"),
            Filter.uuid("master_ticket_id", "t.master_ticket_id"),
            Filter.anyUuid("status_ids", "t.status_id"),
            Filter.flag("is_open", "NOT t.is_closed"),
            Filter.flag("is_closed", "t.is_closed"),
            Filter.flag("has_assignment", "t.assigned_to IS NOT NULL"),
            Filter.flag("is_overdue", "NOT t.is_closed AND t.due_date IS NOT NULL AND t.due_date < now()"),
            Filter.exact("client_name", "c.client_name"),
            Filter.exact("contact_name", "n.full_name"),
            Filter.exact("status_name", "s.name"),
            Filter.exact("priority_name", "p.priority_name"),
            Filter.exact("category_name", "g.category_name"),
            Filter.exact("board_name", "b.board_name"),
            Filter.from("entered_from", "t.entered_at"),
            Filter.to("entered_to", "t.entered_at"),
            Filter.from("created_from", "t.entered_at"),
            Filter.to("created_to", "t.entered_at"),
            Filter.from("updated_from", "t.updated_at"),
            Filter.to("updated_to", "t.updated_at"),
            Filter.from("closed_from", "t.closed_at"),
            Filter.to("closed_to", "t.closed_at"),
            Filter.from("due_from", "t.due_date"),
            Filter.to("due_to", "t.due_date"),
            Filter.anyText(
                    "tags",
                    "EXISTS (SELECT FROM ticket_tags x JOIN tags y ON y.tenant_id = x.tenant_id AND y.id = x.tag_id"
                            + " WHERE x.tenant_id = t.tenant_id AND x.ticket_id = t.id AND lower(y.tag_text) = ANY (?))"),
            Filter.uuidIn(
                    "asset_id",
                    "EXISTS (SELECT FROM ticket_asset_link_copies k"
                            + " WHERE k.tenant_id = t.tenant_id AND k.ticket_id = t.id AND k.asset_id = ?)"),
            Filter.oneOf(
                    "bundle_role",
                    "CASE WHEN t.master_ticket_id IS NOT NULL THEN 'child' WHEN " + IS_MASTER
                            + " THEN 'master' ELSE 'standalone' END = ?",
                    "master",
                    "child",
                    "standalone"));

    /** Filters that ask the tables joined to the tickets. */
    private static final Set<String> BY_NAME =
            Set.of("client_name", "contact_name", "status_name", "priority_name", "category_name", "board_name");

    static final Tally COUNTS = new Tally(
            "ticket_counts t",
            "coalesce(sum(t.tickets), 0)::bigint",
            Set.of("board_id", "status_id", "status_ids", "priority_id", "category_id", "is_open", "is_closed"));

    static final ListShape SHAPE = new ListShape(
                    COLUMNS,
                    FROM,
                    "t",
                    FILTERS,
                    sorts(),
                    "created_at",
                    true,
                    (reader, read) -> reader.text("is_active"))
            .with(COUNTS);

    private TicketList() {}

    /** The tables that tickets narrowed by these filters are counted in. */
    static String from(Set<String> filters) {
        return Collections.disjoint(filters, BY_NAME) ? "tickets t" : FROM;
    }

    /**
     * The owner's function looks in indexes that row-level security keeps from the application. What it finds is an array,
     * for which the database looks by the key; a set it might compare with all tickets of the tenant.
     */
    private static String containing(String fields) {
        return "t.id = ANY (ARRAY (SELECT tickets_containing(?, ARRAY [" + fields + "])))";
    }

    private static Map<String, Sort> sorts() {
        Map<String, Sort> sorts = new HashMap<>();
        sorts.put("created_at", by("t.entered_at", "timestamptz"));
        sorts.put("entered_at", by("t.entered_at", "timestamptz"));
        sorts.put("updated_at", by("t.updated_at", "timestamptz"));
        sorts.put("closed_at", byNullable("t.closed_at", "timestamptz"));
        sorts.put("due_date", byNullable("t.due_date", "timestamptz"));
        sorts.put("ticket_number", by("t.number", "bigint"));
        sorts.put("title", by("t.title", "text"));
        sorts.put("url", byNullable("t.url", "text"));
        sorts.put("is_closed", by("t.is_closed", "boolean"));
        sorts.put("source", byNullable("t.source", "text"));
        sorts.put("ticket_origin", by("t.ticket_origin", "text"));
        sorts.put("response_state", byNullable("t.response_state", "text"));
        sorts.put("ticket_id", by("t.id", "uuid"));
        List.of("client_id", "board_id", "status_id", "priority_id")
                .forEach(name -> sorts.put(name, by("t." + name, "uuid")));
        List.of(
                        "contact_name_id",
                        "location_id",
                        "category_id",
                        "subcategory_id",
                        "assigned_to",
                        "entered_by",
                        "updated_by",
                        "closed_by",
                        "master_ticket_id")
                .forEach(name -> sorts.put(name, byNullable("t." + name, "uuid")));
        sorts.put("client_name", byNullable("c.client_name", "text"));
        sorts.put("status_name", byNullable("s.name", "text"));
        sorts.put("priority_name", byNullable("p.priority_name", "text"));
        return sorts;
    }
}
