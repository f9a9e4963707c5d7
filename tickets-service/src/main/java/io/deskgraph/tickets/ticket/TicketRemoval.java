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
    private final TicketJournal journal;

    TicketRemoval(TicketRepository tickets, Dependants dependants, TicketJournal journal) {
        this.tickets = tickets;
        this.dependants = dependants;
        this.journal = journal;
    }

    Uni<Void> delete(Tx tx, UUID id, IfMatch condition) {
        return tickets.lock(tx, id)
                .invoke(ticket -> condition.require(ticket.state().version()))
                .call(() -> dependants.requireNone(tx, id))
                .call(() -> tickets.delete(tx, id))
                .chain(ticket -> journal.deleted(tx, id, ticket.state().version() + 1));
    }
}
