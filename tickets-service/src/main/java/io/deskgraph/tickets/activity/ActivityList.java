package io.deskgraph.tickets.activity;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Scope;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the history of a ticket may be narrowed by. */
final class ActivityList {

    static final ListShape SHAPE = new ListShape(
            """
            a.id, a.event_type, a.occurred_at, a.actor_type, a.actor_id, a.actor_name, a.source,
            a.changes::text AS changes""",
            "ticket_activities a",
            "a",
            List.of(Filter.exact("event_type", "a.event_type"), Filter.uuid("actor_id", "a.actor_id")),
            Map.of("occurred_at", Sort.by("a.occurred_at", "timestamptz")),
            "occurred_at",
            true);

    private ActivityList() {}

    static Scope of(UUID ticket) {
        return new Scope("a.ticket_id = ?", ticket);
    }
}
