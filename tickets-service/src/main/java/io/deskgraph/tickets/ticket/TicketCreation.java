package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes tickets. The number is taken by the last statement that needs an answer, so that its lock is held briefly. */
@ApplicationScoped
class TicketCreation {

    private static final String API = "api";

    private final References references;
    private final TicketTags tags;
    private final TicketRepository tickets;
    private final TicketJournal journal;
    private final Clock clock;

    TicketCreation(
            References references, TicketTags tags, TicketRepository tickets, TicketJournal journal, Clock clock) {
        this.references = references;
        this.tags = tags;
        this.tickets = tickets;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<Ticket> create(Tx tx, UUID by, CreateTicket request) {
        return create(tx, by, TicketDraft.of(request), API);
    }

    /** @param source what the ticket came from */
    Uni<Ticket> create(Tx tx, UUID by, TicketDraft draft, String source) {
        Instant now = Times.now(clock);
        return references
                .check(tx, draft, null)
                .map(closing -> Closing.OPEN.under(closing, by, now))
                .chain(closing -> tags.of(tx, draft.tags())
                        .chain(known -> insert(tx, new Entry(by, now, source), draft, closing, known)))
                .call(ticket -> journal.created(tx, ticket.state()));
    }

    private Uni<Ticket> insert(Tx tx, Entry entry, TicketDraft draft, Closing closing, List<TagView> known) {
        TicketStates.Stamp stamp = new TicketStates.Stamp(null, entry.at(), 1);
        List<String> texts = known.stream().map(TagView::tagText).toList();
        return tickets.insert(tx, Ids.next(), draft, closing, entry)
                .map(fixed -> TicketStates.of(fixed, draft, closing, stamp, texts))
                .call(ticket -> tags.attach(tx, ticket.ticketId(), known))
                .map((TicketState ticket) -> new Ticket(ticket, known));
    }

    /** Who entered a ticket, when and from where. */
    record Entry(UUID by, Instant at, String source) {}
}
