package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Tells of a change: to people in the history, to subscribers by an event. Both statements leave in one flight. */
@ApplicationScoped
class TicketJournal {

    private final TicketHistory history;
    private final Outbox outbox;

    TicketJournal(TicketHistory history, Outbox outbox) {
        this.history = history;
        this.outbox = outbox;
    }

    Uni<Void> created(Tx tx, TicketState ticket) {
        return together(
                history.created(tx, ticket.ticketId(), ticket.enteredAt()),
                outbox.append(tx, TicketFacts.created(ticket)));
    }

    Uni<Void> updated(Tx tx, TicketState ticket, Map<String, Change> changed) {
        return together(history.updated(tx, ticket, changed), outbox.append(tx, TicketFacts.updated(ticket, changed)));
    }

    /** The history outlives the ticket and ends with what was last changed. */
    Uni<Void> deleted(Tx tx, UUID ticket, long version) {
        return outbox.append(tx, TicketFacts.deleted(ticket, version));
    }

    private static Uni<Void> together(Uni<Void> one, Uni<Void> other) {
        return Uni.combine().all().unis(one, other).discardItems();
    }
}
