package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes the next version of a ticket, whoever has decided on it, and tells of it. */
@ApplicationScoped
class TicketWriter {

    private final TicketRepository tickets;
    private final TicketTags tags;
    private final TicketJournal journal;
    private final Clock clock;

    TicketWriter(TicketRepository tickets, TicketTags tags, TicketJournal journal, Clock clock) {
        this.tickets = tickets;
        this.tags = tags;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param before the ticket as it is, locked
     * @param closing whether the wanted status closes
     */
    Uni<Ticket> write(Tx tx, Ticket before, TicketDraft wanted, boolean closing, UUID by) {
        return tagsOf(tx, before, wanted)
                .map(known -> new Ticket(next(before.state(), wanted, closing, by, known), known))
                .call(after -> tickets.update(tx, after.state()))
                .call(after -> replaceTags(tx, before, after))
                .call(after -> tell(tx, before.state(), after.state()));
    }

    private Uni<List<TagView>> tagsOf(Tx tx, Ticket before, TicketDraft wanted) {
        return wanted.tags().equals(before.state().tags())
                ? Uni.createFrom().item(before.tags())
                : tags.of(tx, wanted.tags());
    }

    private Uni<Void> replaceTags(Tx tx, Ticket before, Ticket after) {
        return after.tags().equals(before.tags())
                ? Uni.createFrom().voidItem()
                : tags.replace(tx, after.state().ticketId(), after.tags());
    }

    private TicketState next(
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
        return journal.updated(tx, after, Changes.between(before, after));
    }
}
