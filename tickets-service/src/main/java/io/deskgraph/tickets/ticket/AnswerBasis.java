package io.deskgraph.tickets.ticket;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how a ticket is answered, at one moment of the database. Two equal ones mean two equal answers.
 *
 * @param version of the ticket: of its row, its tags and its documents
 * @param writtenIn the transaction that wrote the row, for one that was written past the service
 * @param context the stamp of what other rows are shown; null where none of the tenant's has ever changed
 * @param isOverdue what the clock makes of it
 */
record AnswerBasis(int version, String writtenIn, @Nullable UUID context, boolean isOverdue) {

    static final String OVERDUE = "NOT t.is_closed AND coalesce(t.due_date < now(), false) AS is_overdue";

    /** Of {@code tickets t} of the tenant {@code $1}, with its version and {@link #OVERDUE}. */
    static final String COLUMNS = """
            t.xmin::text AS written_in,
            (SELECT x.stamp FROM ticket_context_stamps x WHERE x.tenant_id = $1) AS context""";

    static AnswerBasis of(Row row) {
        return new AnswerBasis(
                row.getInteger("version"),
                row.getString("written_in"),
                row.getUUID("context"),
                row.getBoolean("is_overdue"));
    }
}
