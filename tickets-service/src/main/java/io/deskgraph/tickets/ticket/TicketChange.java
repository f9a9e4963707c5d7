package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Changes tickets. What changes nothing writes nothing: no version, no time, no event. */
@ApplicationScoped
class TicketChange {

    private final TicketUpdates updates;
    private final TicketRepository tickets;
    private final References references;
    private final TicketTags tags;
    private final TicketJournal journal;
    private final Clock clock;

    TicketChange(TicketRepository tickets, References references, TicketTags tags, TicketJournal journal, Clock clock) {
        this.updates = updates;
        this.tickets = tickets;
        this.references = references;
        this.tags = tags;
        this.journal = journal;
        this.clock = clock;
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
                : references.check(tx, wanted, ticket.state()).chain(closing -> write(tx, ticket, wanted, closing, by));
    }

    private Uni<Ticket> write(Tx tx, Ticket before, TicketDraft wanted, boolean closing, UUID by) {
        boolean sameTags = wanted.tags().equals(before.state().tags());
        Uni<List<TagView>> known = sameTags ? Uni.createFrom().item(before.tags()) : tags.of(tx, wanted.tags());
        return known.map(views -> new Ticket(after(before.state(), wanted, closing, by, views), views))
                .call(after -> tickets.update(tx, after.state()))
                .call(after -> sameTags
                        ? Uni.createFrom().voidItem()
                        : tags.replace(tx, after.state().ticketId(), after.tags()))
                .call(after -> tell(tx, before.state(), after.state()));
    }

    private TicketState after(
            TicketState before, TicketDraft wanted, boolean closingStatus, UUID by, List<TagView> tags) {
        Instant now = Times.now(clock);
        return TicketStates.of(
                TicketStates.Fixed.of(before),
                wanted,
                closing(before, wanted, closingStatus, by, now),
                new TicketStates.Stamp(by, now, before.version() + 1),
                tags.stream().map(TagView::tagText).toList());
    }

    /** Only taking on a status opens or closes a ticket. */
    private static Closing closing(
            TicketState before, TicketDraft wanted, boolean closingStatus, UUID by, Instant now) {
        Closing present = Closing.of(before);
        return wanted.statusId().equals(before.statusId()) ? present : present.under(closingStatus, by, now);
    }

    private Uni<Void> tell(Tx tx, TicketState before, TicketState after) {
        Map<String, Change> changed = Changes.between(before, after);
        return journal.updated(tx, after, changed);
    }
}
