package io.deskgraph.tickets.timeentry;

import io.deskgraph.contracts.ticket.TimeEntryState;
import io.deskgraph.tickets.sql.Times;
import io.vertx.mutiny.sqlclient.Row;

/** Reads time entries from rows that were selected by {@link #COLUMNS}. */
final class TimeEntryRows {

    /** Of {@code time_entries e}. */
    static final String COLUMNS = """
            e.tenant_id, e.id, e.ticket_id, e.user_id, e.start_time, e.end_time, e.work_date, e.billable_duration,
            e.notes, e.approval_status, e.service_id, e.created_at, e.updated_at, e.version""";

    /** Of {@link #JOINED}. */
    static final String NAMES = "u.first_name || ' ' || u.last_name AS user_name, p.service_name";

    static final String JOINED = """
            time_entries e
                LEFT JOIN user_copies u ON u.tenant_id = e.tenant_id AND u.id = e.user_id
                LEFT JOIN products p ON p.tenant_id = e.tenant_id AND p.id = e.service_id""";

    private TimeEntryRows() {}

    static TimeEntryState entry(Row row) {
        return new TimeEntryState(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getUUID("user_id"),
                Times.of(row, "start_time"),
                Times.of(row, "end_time"),
                row.getLocalDate("work_date"),
                row.getInteger("billable_duration"),
                row.getString("notes"),
                row.getString("approval_status"),
                row.getUUID("service_id"),
                Times.of(row, "created_at"),
                Times.of(row, "updated_at"),
                row.getInteger("version"));
    }
}
