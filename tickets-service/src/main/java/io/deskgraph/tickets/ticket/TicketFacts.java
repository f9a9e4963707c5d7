package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.ticket.TicketState;
import java.util.Map;
import java.util.UUID;

/** What subscribers are told about a ticket: one event per change, of the type that says most. */
final class TicketFacts {

    private TicketFacts() {}

    static Fact created(TicketState ticket) {
        return fact(EventTypes.TICKET_CREATED, ticket.ticketId(), ticket.version(), EventPayload.created(ticket));
    }

    static Fact updated(TicketState ticket, Map<String, Change> changed) {
        EventPayload<TicketState> payload = new EventPayload<>(ticket, changed);
        return fact(type(ticket, changed), ticket.ticketId(), ticket.version(), payload);
    }

    /** @param version one more than the ticket's last */
    static Fact deleted(UUID ticket, long version) {
        return fact(EventTypes.TICKET_DELETED, ticket, version, EventPayload.deleted());
    }

    private static String type(TicketState after, Map<String, Change> changed) {
        if (changed.containsKey("is_closed")) {
            return after.isClosed() ? EventTypes.TICKET_CLOSED : EventTypes.TICKET_REOPENED;
        }
        if (changed.containsKey("status_id")) {
            return EventTypes.TICKET_STATUS_CHANGED;
        }
        if (changed.containsKey("assigned_to")) {
            return after.assignedTo() == null ? EventTypes.TICKET_UNASSIGNED : EventTypes.TICKET_ASSIGNED;
        }
        return changed.containsKey("priority_id") ? EventTypes.TICKET_PRIORITY_CHANGED : EventTypes.TICKET_UPDATED;
    }

    private static Fact fact(String type, UUID ticket, long version, EventPayload<TicketState> payload) {
        return Fact.of(Topics.TICKETS, type, ticket, version, payload);
    }
}
