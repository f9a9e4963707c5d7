package io.deskgraph.tickets.timeentry;

import io.deskgraph.contracts.ticket.TimeEntryState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Statements on single time entries. */
@ApplicationScoped
class TimeEntryRepository {

    private static final String INSERT = """
            INSERT INTO time_entries AS e (tenant_id, id, ticket_id, user_id, start_time, end_time, work_date,
                billable_duration, notes, service_id, created_at, created_by, updated_at, updated_by, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $4, $11, $4, 1)
            RETURNING""" + " " + TimeEntryRows.COLUMNS;

    private static final String LOCK = "SELECT " + TimeEntryRows.COLUMNS
            + " FROM time_entries e WHERE e.tenant_id = $1 AND e.id = $2 FOR UPDATE OF e";

    private static final String READ = "SELECT " + TimeEntryRows.COLUMNS + ", " + TimeEntryRows.NAMES + " FROM "
            + TimeEntryRows.JOINED + " WHERE e.tenant_id = $1 AND e.id = $2";

    private static final String UPDATE = """
            UPDATE time_entries e SET start_time = $3, end_time = $4, work_date = $5, billable_duration = $6,
                notes = $7, service_id = $8, updated_at = $9, updated_by = $10, version = version + 1
            WHERE e.tenant_id = $1 AND e.id = $2
            RETURNING""" + " " + TimeEntryRows.COLUMNS;

    private static final String OF_TICKET = "SELECT " + TimeEntryRows.COLUMNS + ", " + TimeEntryRows.NAMES + " FROM "
            + TimeEntryRows.JOINED
            + " WHERE e.tenant_id = $1 AND e.ticket_id = $2 ORDER BY e.start_time DESC, e.id DESC";
    private static final String DELETE = "DELETE FROM time_entries WHERE tenant_id = $1 AND id = $2";

    private static final String SERVICE =
            "SELECT $2::uuid IS NULL OR EXISTS (SELECT FROM products WHERE tenant_id = $1 AND id = $2) AS known";

    Uni<TimeEntryState> insert(Tx tx, UUID ticket, UUID user, TimeEntryDraft draft, Instant at) {
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        Ids.next(),
                        ticket,
                        user,
                        Times.at(draft.span().start()),
                        Times.at(draft.span().end()),
                        draft.workDate(),
                        draft.minutes(),
                        draft.notes(),
                        draft.serviceId(),
                        Times.at(at))
                .map(rows -> TimeEntryRows.entry(one(rows)));
    }

    Uni<TimeEntryState> find(Tx tx, UUID id) {
        return read(tx, id).map(TimeEntryRows::entry);
    }

    /** With the names of what it refers to. */
    Uni<Row> read(Tx tx, UUID id) {
        return tx.sql(READ, tx.tenant(), id).map(TimeEntryRepository::one);
    }

    /** The latest first. */
    Uni<List<Row>> ofTicket(Tx tx, UUID ticket) {
        return tx.sql(OF_TICKET, tx.tenant(), ticket)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    Uni<TimeEntryState> lock(Tx tx, UUID id) {
        return tx.sql(LOCK, tx.tenant(), id).map(rows -> TimeEntryRows.entry(one(rows)));
    }

    Uni<TimeEntryState> update(Tx tx, UUID id, TimeEntryDraft draft, UUID by, Instant at) {
        return tx.sql(
                        UPDATE,
                        tx.tenant(),
                        id,
                        Times.at(draft.span().start()),
                        Times.at(draft.span().end()),
                        draft.workDate(),
                        draft.minutes(),
                        draft.notes(),
                        draft.serviceId(),
                        Times.at(at),
                        by)
                .map(rows -> TimeEntryRows.entry(one(rows)));
    }

    Uni<Void> delete(Tx tx, UUID id) {
        return tx.sql(DELETE, tx.tenant(), id).replaceWithVoid();
    }

    /** 400 for a service that is not in the catalogue. */
    Uni<Void> requireService(Tx tx, TimeEntryDraft draft) {
        return tx.sql(SERVICE, tx.tenant(), draft.serviceId())
                .invoke(rows -> requireKnown(rows.iterator().next().getBoolean("known")))
                .replaceWithVoid();
    }

    private static void requireKnown(boolean known) {
        if (!known) {
            throw Problem.invalid("service_id", "No such item in the catalogue");
        }
    }

    private static Row one(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw Problem.notFound("Time entry not found");
        }
        return rows.iterator().next();
    }
}
