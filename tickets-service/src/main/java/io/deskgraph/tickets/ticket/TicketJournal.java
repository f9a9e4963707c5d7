package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** The id of the event. */
    Uni<UUID> updated(Tx tx, TicketState ticket, Map<String, Change> changed) {
        Uni<UUID> event = outbox.publish(tx, TicketFacts.updated(ticket, changed));
        return Uni.combine()
                .all()
                .unis(history.updated(tx, ticket, changed), event)
                .with((row, id) -> id);
    }

    /** @param cause the event that led to these changes; null means the request */
    Uni<Void> revised(Tx tx, List<TicketRevision> revisions, @Nullable UUID cause) {
        List<Fact> facts = revisions.stream()
                .map(revision -> TicketFacts.updated(revision.after(), revision.changed()))
                .map(fact -> cause == null ? fact : fact.causedBy(cause))
                .toList();
        List<Uni<Void>> rows = revisions.stream()
                .map(revision -> history.updated(tx, revision.after(), revision.changed()))
                .toList();
        return together(Uni.join().all(rows).andFailFast().replaceWithVoid(), outbox.append(tx, facts));
    }

    /**
     * One that the history has a name of its own for.
     *
     * @param beside what the history shows besides what changed
     */
    Uni<UUID> revised(Tx tx, TicketRevision revision, UUID cause, String as, Map<String, Change> beside) {
        Map<String, Change> shown = new LinkedHashMap<>(revision.changed());
        shown.putAll(beside);
        Uni<UUID> event = outbox.publish(
                tx, TicketFacts.updated(revision.after(), revision.changed()).causedBy(cause));
        return Uni.combine()
                .all()
                .unis(history.named(tx, revision.after(), as, shown), event)
                .with((row, id) -> id);
    }

    /** The history outlives the ticket and ends with what was last changed. */
    Uni<Void> deleted(Tx tx, UUID ticket, long version) {
        return outbox.append(tx, TicketFacts.deleted(ticket, version));
    }

    private static Uni<Void> together(Uni<Void> one, Uni<Void> other) {
        return Uni.combine().all().unis(one, other).discardItems();
    }
}
