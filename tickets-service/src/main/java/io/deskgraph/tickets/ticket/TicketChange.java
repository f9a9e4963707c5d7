package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Changes tickets. What changes nothing writes nothing: no version, no time, no event. */
@ApplicationScoped
class TicketChange {

    private final References references;
    private final ClosingCheck rules;
    private final TicketWriter writer;
    private final Participants participants;
    private final Clock clock;

    TicketChange(
            References references, ClosingCheck rules, TicketWriter writer, Participants participants, Clock clock) {
        this.references = references;
        this.rules = rules;
        this.writer = writer;
        this.participants = participants;
        this.clock = clock;
    }

    Uni<Written> change(Tx tx, UUID id, IfMatch condition, UUID by, TicketEdit edit) {
        return writer.lock(tx, id)
                .invoke(ticket -> condition.require(ticket.state().version()))
                .invoke(edit::check)
                .chain(ticket -> apply(tx, ticket, by, edit));
    }

    private Uni<Written> apply(Tx tx, Ticket before, UUID by, TicketEdit edit) {
        TicketDraft present = TicketDraft.of(before.state());
        TicketDraft wanted = edit.over(present);
        if (wanted.equals(present) && !edit.since().isSaid()) {
            return Uni.createFrom().item(Written.of(before));
        }
        return references
                .requireUser(tx, "closed_by", edit.since().closedBy())
                .chain(() -> references.check(tx, wanted, before.state()))
                .map(closes -> closing(before, closes, by, edit.since()))
                .chain(closing -> write(tx, before, wanted, closing, by, edit));
    }

    private Uni<Written> write(Tx tx, Ticket before, TicketDraft wanted, Closing closing, UUID by, TicketEdit edit) {
        if (wanted.equals(TicketDraft.of(before.state())) && closing.equals(Closing.of(before.state()))) {
            return Uni.createFrom().item(Written.of(before));
        }
        return rules.check(tx, before.state(), wanted, closing, edit.override())
                .chain(() -> participants.beforeChange(tx, before, wanted, by))
                .chain(() -> writer.write(tx, before, wanted, closing, by))
                .chain(after -> participants.afterChange(tx, before, after, by).map(meta -> new Written(after, meta)));
    }

    private Closing closing(Ticket before, boolean closes, UUID by, TicketEdit.Since since) {
        return Closing.of(before.state()).under(closes, by, Times.now(clock)).since(since, before.state(), clock);
    }
}
