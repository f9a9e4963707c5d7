package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.activity.Activities;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which changes of a ticket go into its history, and under which name. */
@ApplicationScoped
class TicketHistory {

    private static final Set<String> CURATED = Set.of(
            "title",
            "url",
            "status_id",
            "priority_id",
            "assigned_to",
            "board_id",
            "category_id",
            "subcategory_id",
            "client_id",
            "contact_name_id",
            "due_date",
            "response_state",
            "additional_agents",
            "closed_at",
            "closed_by");

    private final Activities activities;

    TicketHistory(Activities activities) {
        this.activities = activities;
    }

    Uni<Void> created(Tx tx, UUID ticket, Instant at) {
        return activities.append(tx, ticket, "TICKET_CREATED", at, Map.of());
    }

    /** Nothing where none of the changes is one that people follow. */
    Uni<Void> updated(Tx tx, TicketState after, Map<String, Change> changed) {
        Map<String, Change> curated = new LinkedHashMap<>(changed);
        curated.keySet().retainAll(CURATED);
        return curated.isEmpty()
                ? Uni.createFrom().voidItem()
                : activities.append(tx, after.ticketId(), type(after, curated), after.updatedAt(), curated);
    }

    Uni<Void> named(Tx tx, TicketState after, String name, Map<String, Change> changed) {
        return activities.append(tx, after.ticketId(), name, after.updatedAt(), changed);
    }

    /** A specific name where one member alone changed; when a status closes that is one change. */
    static String type(TicketState after, Map<String, Change> curated) {
        Map<String, Change> decided = new LinkedHashMap<>(curated);
        if (decided.containsKey("status_id")) {
            decided.keySet().removeAll(Set.of("closed_at", "closed_by"));
        }
        String only = decided.size() == 1 ? decided.keySet().iterator().next() : "";
        return switch (only) {
            case "status_id" -> "TICKET_STATUS_CHANGED";
            case "priority_id" -> "TICKET_PRIORITY_CHANGED";
            case "assigned_to" -> after.assignedTo() == null ? "TICKET_UNASSIGNED" : "TICKET_ASSIGNED";
            case "board_id" -> "TICKET_BOARD_MOVED";
            case "additional_agents" -> "TICKET_AGENTS_CHANGED";
            case "response_state" -> "TICKET_RESPONSE_STATE_CHANGED";
            default -> "TICKET_UPDATED";
        };
    }
}
