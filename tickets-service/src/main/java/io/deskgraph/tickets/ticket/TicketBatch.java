package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Locks many tickets and writes the next version of each, in as many statements as for one. */
@ApplicationScoped
public class TicketBatch {

    /** In the order of the ids, so that two who want the same tickets wait for each other instead of deadlocking. */
    private static final String LOCK = "SELECT " + TicketRows.COLUMNS
            + " FROM tickets t WHERE t.tenant_id = $1 AND t.id = ANY ($2) ORDER BY t.id FOR UPDATE OF t";

    private static final String LOCK_CHILDREN = "SELECT " + TicketRows.COLUMNS
            + " FROM tickets t WHERE t.tenant_id = $1 AND t.master_ticket_id = $2 ORDER BY t.id FOR UPDATE OF t";

    private static final String UPDATE = """
            UPDATE tickets t SET master_ticket_id = n.master_ticket_id, status_id = n.status_id,
                priority_id = n.priority_id, assigned_to = n.assigned_to, is_closed = n.is_closed,
                closed_at = n.closed_at, closed_by = n.closed_by, updated_by = n.updated_by,
                updated_at = n.updated_at, version = n.version
            FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::boolean[], $8::timestamptz[],
                    $9::uuid[], $10::uuid[], $11::timestamptz[], $12::integer[])
                AS n (id, master_ticket_id, status_id, priority_id, assigned_to, is_closed, closed_at, closed_by,
                    updated_by, updated_at, version)
            WHERE t.tenant_id = $1 AND t.id = n.id""";

    private final TicketRows rows;
    private final TicketJournal journal;

    TicketBatch(TicketRows rows, TicketJournal journal) {
        this.rows = rows;
        this.journal = journal;
    }

    /** Those of the tickets that there are, by id. */
    public Uni<List<TicketState>> lock(Tx tx, Collection<UUID> ids) {
        return tx.sql(LOCK, tx.tenant(), ids.toArray(UUID[]::new)).map(this::states);
    }

    /** By id. Complete while the master is locked, as nobody joins or leaves without that lock. */
    public Uni<List<TicketState>> lockChildren(Tx tx, UUID master) {
        return tx.sql(LOCK_CHILDREN, tx.tenant(), master).map(this::states);
    }

    /** @param cause the event that led to these changes; null means the request */
    public Uni<Void> write(Tx tx, List<TicketRevision> revisions, @Nullable UUID cause) {
        return revisions.isEmpty()
                ? Uni.createFrom().voidItem()
                : update(tx, revisions).chain(() -> journal.revised(tx, revisions, cause));
    }

    /**
     * One change that the history has a name of its own for; gives the id of its event.
     *
     * @param beside what the history shows besides what changed
     */
    public Uni<UUID> write(Tx tx, TicketRevision revision, UUID cause, String as, Map<String, Change> beside) {
        return update(tx, List.of(revision)).chain(() -> journal.revised(tx, revision, cause, as, beside));
    }

    private static Uni<Void> update(Tx tx, List<TicketRevision> revisions) {
        return tx.sql(
                        UPDATE,
                        tx.tenant(),
                        ids(revisions, TicketState::ticketId),
                        ids(revisions, TicketState::masterTicketId),
                        ids(revisions, TicketState::statusId),
                        ids(revisions, TicketState::priorityId),
                        ids(revisions, TicketState::assignedTo),
                        after(revisions, TicketState::isClosed, Boolean[]::new),
                        times(revisions, TicketState::closedAt),
                        ids(revisions, TicketState::closedBy),
                        ids(revisions, TicketState::updatedBy),
                        times(revisions, TicketState::updatedAt),
                        after(revisions, ticket -> (int) ticket.version(), Integer[]::new))
                .replaceWithVoid();
    }

    private List<TicketState> states(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false)
                .map(row -> rows.ticket(row).state())
                .toList();
    }

    private static Object ids(List<TicketRevision> revisions, Function<TicketState, @Nullable UUID> member) {
        return after(revisions, member, UUID[]::new);
    }

    private static Object times(List<TicketRevision> revisions, Function<TicketState, @Nullable Instant> member) {
        return after(revisions, ticket -> Times.at(member.apply(ticket)), OffsetDateTime[]::new);
    }

    private static <T> Object after(
            List<TicketRevision> revisions,
            Function<TicketState, ? extends @Nullable T> member,
            java.util.function.IntFunction<T[]> array) {
        return revisions.stream().map(TicketRevision::after).map(member).toArray(array);
    }
}
