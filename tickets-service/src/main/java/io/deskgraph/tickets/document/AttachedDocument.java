package io.deskgraph.tickets.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.deskgraph.tickets.sql.Times;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A document in a ticket's list, with what ties it to the ticket. */
public record AttachedDocument(@JsonUnwrapped DocumentView document, UUID associationId, Instant associationCreatedAt) {

    /** All of {@code tickets t} as one JSON text, the latest first; null where there is none. */
    public static final String OF_TICKET = "(SELECT json_agg(f)::text FROM (SELECT " + DocumentView.COLUMNS + """
            , d.id AS document_id, d.tenant_id AS tenant, k.id AS association_id,
                k.created_at AS association_created_at
            FROM document_associations k
                JOIN documents d ON d.tenant_id = k.tenant_id AND d.id = k.document_id
                LEFT JOIN user_copies u ON u.tenant_id = d.tenant_id AND u.id = d.created_by
            WHERE k.tenant_id = t.tenant_id AND k.ticket_id = t.id
            ORDER BY d.updated_at DESC, d.id DESC) f)""";

    static AttachedDocument of(Row row) {
        return new AttachedDocument(
                DocumentView.of(row), row.getUUID("association_id"), Times.of(row, "association_created_at"));
    }
}
