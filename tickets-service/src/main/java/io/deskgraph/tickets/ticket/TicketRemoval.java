package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Deletes tickets that nothing of lasting worth hangs on. */
@ApplicationScoped
class TicketRemoval {

    private final TicketRepository tickets;
    private final Dependants dependants;
    private final Participants participants;
    private final TicketJournal journal;

    TicketRemoval(TicketRepository tickets, Dependants dependants, Participants participants, TicketJournal journal) {
        this.tickets = tickets;
        this.dependants = dependants;
        this.participants = participants;
        this.journal = journal;
    }

    Uni<Void> delete(Tx tx, UUID id, IfMatch condition, UUID by) {
        return participants
                .lockForDelete(tx, id)
                .chain(() -> tickets.lock(tx, id))
                .map(Ticket::state)
                .invoke(ticket -> condition.require(ticket.version()))
                .call(() -> dependants.requireNone(tx, id))
                .call(ticket -> participants.beforeDelete(tx, ticket, by))
                .call(() -> tickets.delete(tx, id))
                .call(ticket -> participants.afterDelete(tx, ticket, by))
                .chain(ticket -> journal.deleted(tx, id, ticket.version() + 1));
    }
}
