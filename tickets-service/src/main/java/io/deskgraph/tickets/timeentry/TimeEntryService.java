package io.deskgraph.tickets.timeentry;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.contracts.ticket.TimeEntryState;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.tickets.sql.Times;
import io.deskgraph.tickets.ticket.TicketRevisions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps time entries. The ticket is locked before the entry, as everywhere. */
@ApplicationScoped
class TimeEntryService {

    private final Transactions transactions;
    private final TicketRevisions tickets;
    private final TimeEntryRepository entries;
    private final TimeEntryJournal journal;
    private final Clock clock;

    TimeEntryService(
            Transactions transactions,
            TicketRevisions tickets,
            TimeEntryRepository entries,
            TimeEntryJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.entries = entries;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<Row> read(UUID id, Caller caller) {
        return transactions
                .run(tx -> entries.read(tx, id))
                .invoke(row -> TimeEntryRights.requireVisible(TimeEntryRows.entry(row), caller));
    }

    Uni<TicketTime> ofTicket(UUID ticket, Caller caller) {
        return transactions
                .run(tx -> tickets.require(tx, ticket).chain(() -> entries.ofTicket(tx, ticket)))
                .map(all -> TicketTime.of(all, caller));
    }

    Uni<Row> create(Tx tx, Caller caller, CreateTimeEntry request) {
        UUID ticket = request.workItemId();
        TimeEntryDraft draft = request.draft();
        return tickets.lock(tx, ticket)
                .call(() -> entries.requireService(tx, draft))
                .chain(locked -> entries.insert(tx, ticket, caller.userId(), draft, now())
                        .call(entry -> tell(tx, EventTypes.TICKET_TIME_ENTRY_ADDED, locked, caller, null, entry)))
                .chain(entry -> entries.read(tx, entry.entryId()));
    }

    Uni<Row> update(Tx tx, UUID id, IfMatch condition, Caller caller, Sent<UpdateTimeEntry> request) {
        return changing(tx, id, condition, caller, (ticket, entry) -> rewrite(tx, ticket, entry, caller, request))
                .chain(() -> entries.read(tx, id));
    }

    Uni<Void> delete(Tx tx, UUID id, IfMatch condition, Caller caller) {
        return changing(tx, id, condition, caller, (ticket, entry) -> entries.delete(tx, id)
                .chain(() -> tell(tx, EventTypes.TICKET_TIME_ENTRY_REMOVED, ticket, caller, entry, entry)));
    }

    private interface Step {
        Uni<Void> apply(TicketState ticket, TimeEntryState entry);
    }

    private Uni<Void> changing(Tx tx, UUID id, IfMatch condition, Caller caller, Step step) {
        return entries.find(tx, id)
                .chain(entry -> tickets.lock(tx, entry.ticketId()))
                .chain(ticket -> entries.lock(tx, id)
                        .invoke(entry -> TimeEntryRights.requireChangeable(entry, caller))
                        .invoke(entry -> condition.require(entry.version()))
                        .chain(entry -> step.apply(ticket, entry)));
    }

    private Uni<Void> rewrite(
            Tx tx, TicketState ticket, TimeEntryState entry, Caller caller, Sent<UpdateTimeEntry> request) {
        TimeEntryDraft present = TimeEntryDraft.of(entry);
        TimeEntryDraft wanted = present.with(request);
        return wanted.equals(present)
                ? Uni.createFrom().voidItem()
                : entries.requireService(tx, wanted)
                        .chain(() -> entries.update(tx, entry.entryId(), wanted, caller.userId(), now()))
                        .chain(after -> tell(tx, EventTypes.TICKET_TIME_ENTRY_UPDATED, ticket, caller, entry, after));
    }

    private Uni<Void> tell(
            Tx tx,
            String type,
            TicketState ticket,
            Caller caller,
            @Nullable TimeEntryState before,
            TimeEntryState after) {
        return tickets.next(tx, ticket, caller.userId()).chain(next -> journal.tell(tx, type, next, before, after));
    }

    private Instant now() {
        return Times.now(clock);
    }
}
