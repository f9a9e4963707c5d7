package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Sent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Changes tickets. What changes nothing writes nothing: no version, no time, no event. */
@ApplicationScoped
class TicketChange {

    private final TicketUpdates updates;
    private final References references;
    private final TicketRepository tickets;
    private final TicketWriter writer;

    TicketChange(TicketUpdates updates, References references, TicketRepository tickets, TicketWriter writer) {
        this.updates = updates;
        this.references = references;
        this.tickets = tickets;
        this.writer = writer;
    }

    Uni<Ticket> update(Tx tx, UUID id, IfMatch condition, UUID by, Sent<UpdateTicket> request) {
        return tickets.lock(tx, id)
                .invoke(ticket -> condition.require(ticket.state().version()))
                .invoke(() -> updates.check(request))
                .chain(ticket -> apply(tx, ticket, by, request));
    }

    private Uni<Ticket> apply(Tx tx, Ticket ticket, UUID by, Sent<UpdateTicket> request) {
        TicketDraft present = TicketDraft.of(ticket.state());
        TicketDraft wanted = TicketUpdates.apply(request, present);
        return wanted.equals(present)
                ? Uni.createFrom().item(ticket)
                : references
                        .check(tx, wanted, ticket.state())
                        .chain(closing -> writer.write(tx, ticket, wanted, closing, by));
    }
}
