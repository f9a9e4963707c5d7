package io.deskgraph.tickets.document;

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

/** Statements on documents and what ties them to tickets. */
@ApplicationScoped
class DocumentRepository {

    private static final String JOINED = """
             , a.id AS association_id, a.created_at AS association_created_at
            FROM document_associations a
                JOIN documents d ON d.tenant_id = a.tenant_id AND d.id = a.document_id
                LEFT JOIN user_copies u ON u.tenant_id = d.tenant_id AND u.id = d.created_by
            WHERE a.tenant_id = $1 AND a.ticket_id = $2""";

    private static final String LIST =
            "SELECT " + DocumentView.COLUMNS + JOINED + " ORDER BY d.updated_at DESC, d.id DESC";

    private static final String FIND = "SELECT " + DocumentView.COLUMNS + JOINED + " AND d.id = $3";

    private static final String INSERT = """
            WITH d AS (
                INSERT INTO documents (tenant_id, id, document_name, user_id, created_by, entered_at, updated_at,
                    file_id, storage_path, mime_type, file_size, checksum, version)
                VALUES ($1, $2, $3, $4, $4, $5, $5, $6, $7, $8, $9, $10, 1)
                RETURNING tenant_id, id, document_name, user_id, created_by, edited_by, entered_at, updated_at,
                    order_number, file_id, storage_path, mime_type, file_size, checksum, folder_path,
                    is_client_visible)
            SELECT""" + " " + DocumentView.COLUMNS + """

            FROM d LEFT JOIN user_copies u ON u.tenant_id = d.tenant_id AND u.id = d.created_by""";

    private static final String ATTACH = """
            INSERT INTO document_associations (tenant_id, id, document_id, ticket_id, created_at, created_by)
            VALUES ($1, $2, $3, $4, $5, $6)""";

    private static final String DETACH =
            "DELETE FROM document_associations WHERE tenant_id = $1 AND ticket_id = $2 AND document_id = $3";

    Uni<List<AttachedDocument>> list(Tx tx, UUID ticket) {
        return tx.sql(LIST, tx.tenant(), ticket).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(AttachedDocument::of)
                .toList());
    }

    /** 404 for one that does not hang on the ticket. */
    Uni<DocumentView> find(Tx tx, UUID ticket, UUID document) {
        return tx.sql(FIND, tx.tenant(), ticket, document).map(DocumentRepository::one);
    }

    Uni<DocumentView> insert(Tx tx, UUID ticket, UUID by, StoredFile file, Upload upload, Instant at) {
        UUID id = Ids.next();
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        id,
                        upload.name(),
                        by,
                        Times.at(at),
                        file.id(),
                        file.path(),
                        upload.mimeType(),
                        upload.size(),
                        upload.checksum())
                .map(DocumentRepository::one)
                .call(() -> tx.sql(ATTACH, tx.tenant(), Ids.next(), id, ticket, Times.at(at), by));
    }

    /** With its last ticket the document is gone, and its bytes become unowned. */
    Uni<Void> detach(Tx tx, UUID ticket, UUID document) {
        return tx.sql(DETACH, tx.tenant(), ticket, document).replaceWithVoid();
    }

    private static DocumentView one(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw notFound();
        }
        return DocumentView.of(rows.iterator().next());
    }

    static Problem notFound() {
        return Problem.notFound("Document not found");
    }
}
