package io.deskgraph.tickets.document;

import io.deskgraph.contracts.ticket.DocumentState;
import io.deskgraph.tickets.sql.Times;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the answer to its upload. Folders, pictures and templates have no source: what tells of them is null.
 *
 * @param fileSize bytes
 * @param checksum SHA-256 of the bytes, in hexadecimal digits
 */
public record DocumentView(
        UUID documentId,
        String documentName,
        @Nullable UUID typeId,
        @Nullable UUID sharedTypeId,
        @Nullable UUID userId,
        @Nullable UUID createdBy,
        @Nullable UUID editedBy,
        Instant enteredAt,
        Instant updatedAt,
        int orderNumber,
        @Nullable UUID fileId,
        @Nullable String storagePath,
        @Nullable String mimeType,
        @Nullable Long fileSize,
        @Nullable String checksum,
        @Nullable String folderPath,
        boolean isClientVisible,
        @Nullable UUID thumbnailFileId,
        @Nullable UUID previewFileId,
        @Nullable Instant previewGeneratedAt,
        @Nullable UUID sourceTemplateId,
        @Nullable Integer sourceTemplateVersion,
        @Nullable String renderedLocale,
        UUID tenant,
        @Nullable String createdByFullName,
        @Nullable String typeName,
        @Nullable String typeIcon) {

    /** Of {@code documents d} and {@code user_copies u}. */
    static final String COLUMNS = """
            d.tenant_id, d.id, d.document_name, d.user_id, d.created_by, d.edited_by, d.entered_at, d.updated_at,
            d.order_number, d.file_id, d.storage_path, d.mime_type, d.file_size, d.checksum, d.folder_path,
            d.is_client_visible, u.first_name || ' ' || u.last_name AS created_by_full_name""";

    static DocumentView of(Row row) {
        return new DocumentView(
                row.getUUID("id"),
                row.getString("document_name"),
                null,
                null,
                row.getUUID("user_id"),
                row.getUUID("created_by"),
                row.getUUID("edited_by"),
                Times.of(row, "entered_at"),
                Times.of(row, "updated_at"),
                row.getInteger("order_number"),
                row.getUUID("file_id"),
                row.getString("storage_path"),
                row.getString("mime_type"),
                row.getLong("file_size"),
                row.getString("checksum"),
                row.getString("folder_path"),
                row.getBoolean("is_client_visible"),
                null,
                null,
                null,
                null,
                null,
                null,
                row.getUUID("tenant_id"),
                row.getString("created_by_full_name"),
                null,
                null);
    }

    DocumentState state() {
        return new DocumentState(
                documentId,
                documentName,
                mimeType == null ? MimeTypes.UNKNOWN : mimeType,
                fileSize == null ? 0 : fileSize,
                checksum == null ? "" : checksum,
                createdBy,
                enteredAt,
                updatedAt);
    }
}
