package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Works out what an update would make of a ticket, and writes nothing. The closing rules of boards are not asked. */
@ApplicationScoped
public class TicketOutlook {

    private final TicketWriter tickets;
    private final TicketUpdates updates;
    private final References references;
    private final Clock clock;

    TicketOutlook(TicketWriter tickets, TicketUpdates updates, References references, Clock clock) {
        this.tickets = tickets;
        this.updates = updates;
        this.references = references;
        this.clock = clock;
    }

    public Uni<TicketRevision> of(Tx tx, UUID id, Sent<UpdateTicket> request, UUID by) {
        TicketEdit edit = updates.put(request);
        return tickets.lock(tx, id)
                .map(Ticket::state)
                .invoke(edit::check)
                .chain(ticket -> outlook(tx, ticket, edit.over(TicketDraft.of(ticket)), by));
    }

    private Uni<TicketRevision> outlook(Tx tx, TicketState ticket, TicketDraft wanted, UUID by) {
        Instant now = Times.now(clock);
        return references
                .check(tx, wanted, ticket)
                .map(closes -> Closing.of(ticket).under(closes, by, now))
                .map(closing -> TicketRevision.of(ticket, TicketStates.Fixed.of(ticket), wanted, closing, by, now));
    }
}
