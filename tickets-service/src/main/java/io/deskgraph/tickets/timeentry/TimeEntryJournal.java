package io.deskgraph.tickets.timeentry;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.contracts.ticket.TicketTimeChanged;
import io.deskgraph.contracts.ticket.TimeEntryState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.tickets.activity.Activities;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of time entries: to people in the ticket's history, to subscribers by an event. */
@ApplicationScoped
class TimeEntryJournal {

    private static final Map<String, String> LINES = Map.of(
            EventTypes.TICKET_TIME_ENTRY_ADDED, "TICKET_TIME_ENTRY_ADDED",
            EventTypes.TICKET_TIME_ENTRY_UPDATED, "TICKET_TIME_ENTRY_UPDATED",
            EventTypes.TICKET_TIME_ENTRY_REMOVED, "TICKET_TIME_ENTRY_REMOVED");

    private final Activities activities;
    private final Outbox outbox;

    TimeEntryJournal(Activities activities, Outbox outbox) {
        this.activities = activities;
        this.outbox = outbox;
    }

    /** @param entry as it is now, or as it was last */
    Uni<Void> tell(Tx tx, String type, TicketState ticket, @Nullable TimeEntryState before, TimeEntryState entry) {
        Fact fact = Fact.of(
                Topics.TICKETS,
                type,
                ticket.ticketId(),
                ticket.version(),
                new TicketTimeChanged(ticket, Map.of(), entry));
        return activities
                .append(
                        tx,
                        ticket.ticketId(),
                        LINES.getOrDefault(type, type),
                        ticket.updatedAt(),
                        line(type, before, entry))
                .chain(() -> outbox.append(tx, fact));
    }

    private static Map<String, Change> line(String type, @Nullable TimeEntryState before, TimeEntryState entry) {
        Map<String, Change> line = new LinkedHashMap<>();
        if (before != null) {
            line.putAll(Changes.between(before, entry));
        }
        boolean added = type.equals(EventTypes.TICKET_TIME_ENTRY_ADDED);
        boolean removed = type.equals(EventTypes.TICKET_TIME_ENTRY_REMOVED);
        line.put("entry_id", new Change(added ? null : entry.entryId(), removed ? null : entry.entryId()));
        return line;
    }
}
