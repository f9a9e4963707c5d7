package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the next version of a ticket, whoever has decided on it, and tells of it. */
@ApplicationScoped
public class TicketWriter {

    private final TicketRepository tickets;
    private final TicketTags tags;
    private final AgentRows agents;
    private final TicketJournal journal;
    private final Clock clock;

    TicketWriter(TicketRepository tickets, TicketTags tags, AgentRows agents, TicketJournal journal, Clock clock) {
        this.tickets = tickets;
        this.tags = tags;
        this.agents = agents;
        this.journal = journal;
        this.clock = clock;
    }

    /** The ticket as it is, to nobody else's disposal until the transaction ends; 404 where there is none. */
    public Uni<Ticket> lock(Tx tx, UUID id) {
        return tickets.lock(tx, id);
    }

    /**
     * The next version under a status that is known to belong to the ticket's board.
     *
     * @param before the ticket as it is, locked
     * @param closes whether the wanted status closes
     */
    public Uni<Ticket> write(Tx tx, Ticket before, TicketDraft wanted, boolean closes, UUID by) {
        return write(tx, before, wanted, Closing.of(before.state()).under(closes, by, Times.now(clock)), by);
    }

    Uni<Ticket> write(Tx tx, Ticket before, TicketDraft wanted, Closing closing, UUID by) {
        return tagsOf(tx, before, wanted)
                .map(known -> before.next(next(before.state(), wanted, closing, by, known), known))
                .call(after -> tickets.update(tx, after.state()))
                .call(after -> replaceTags(tx, before, after))
                .call(after -> follow(tx, before.state(), after.state()))
                .chain(after -> tell(tx, before.state(), after));
    }

    /** The next version of a ticket of which something changed that is not in its row. */
    public Uni<Ticket> touch(Tx tx, Ticket before, Map<String, Change> changed, UUID by) {
        TicketState state = before.state();
        List<TagView> known = before.tags();
        Ticket after = before.next(next(state, TicketDraft.of(state), Closing.of(state), by, known), known);
        return tickets.update(tx, after.state())
                .chain(() -> journal.updated(tx, after.state(), changed))
                .map(after::toldBy);
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

    private Uni<Void> follow(Tx tx, TicketState before, TicketState after) {
        return agents.follow(tx, before.ticketId(), before.assignedTo(), after.assignedTo());
    }

    private TicketState next(TicketState before, TicketDraft wanted, Closing closing, UUID by, List<TagView> tags) {
        return TicketStates.of(
                TicketStates.Fixed.of(before),
                wanted,
                closing,
                new TicketStates.Stamp(by, Times.now(clock), before.version() + 1),
                tags.stream().map(TagView::tagText).toList());
    }

    private Uni<Ticket> tell(Tx tx, TicketState before, Ticket after) {
        return journal.updated(tx, after.state(), Changes.between(before, after.state()))
                .map(after::toldBy);
    }
}
