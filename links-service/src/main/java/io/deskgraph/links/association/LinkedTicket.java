package io.deskgraph.links.association;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in the list of an asset.
 *
 * @param statusName null until the status itself has become known here
 * @param bundleRole master, child or standalone
 */
record LinkedTicket(
        UUID ticketId,
        String ticketNumber,
        String title,
        @Nullable UUID statusId,
        @Nullable String statusName,
        boolean isClosed,
        @Nullable UUID priorityId,
        @Nullable UUID assignedTo,
        @Nullable UUID clientId,
        @Nullable UUID boardId,
        Instant enteredAt,
        Instant updatedAt,
        String bundleRole,
        @Nullable UUID masterTicketId,
        String relationshipType,
        @Nullable String associationNotes,
        Instant linkedAt) {

    static LinkedTicket of(Row row) {
        return new LinkedTicket(
                row.getUUID("ticket_id"),
                row.getString("ticket_number"),
                row.getString("title"),
                row.getUUID("status_id"),
                row.getString("status_name"),
                row.getBoolean("is_closed"),
                row.getUUID("priority_id"),
                row.getUUID("assigned_to"),
                row.getUUID("client_id"),
                row.getUUID("board_id"),
                row.getOffsetDateTime("entered_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getString("bundle_role"),
                row.getUUID("master_ticket_id"),
                row.getString("relationship_type"),
                row.getString("association_notes"),
                row.getOffsetDateTime("linked_at").toInstant());
    }
}
