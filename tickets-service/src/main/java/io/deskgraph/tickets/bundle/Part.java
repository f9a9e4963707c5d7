package io.deskgraph.tickets.bundle;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides on the part a ticket may play.
 *
 * @param master whose child it is
 * @param leads whether it has children
 */
record Part(UUID id, String number, @Nullable UUID master, boolean leads, boolean closed) {

    static Part of(Row row) {
        return new Part(
                row.getUUID("id"),
                row.getString("ticket_number"),
                row.getUUID("master_ticket_id"),
                row.getBoolean("leads"),
                row.getBoolean("is_closed"));
    }
}
