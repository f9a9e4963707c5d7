package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.tickets.sql.FreeForm;
import io.deskgraph.tickets.sql.Times;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;

/** Reads comments from rows that were selected by {@link #COLUMNS}. */
@Singleton
class CommentRows {

    /** Of {@code comments c}. */
    static final String COLUMNS = """
            c.tenant_id, c.id, c.ticket_id, c.thread_id, c.parent_comment_id, c.user_id, c.contact_id, c.author_type,
            c.note, c.markdown_content, c.is_internal, c.is_resolution, c.is_system_generated, c.time_spent,
            c.metadata::text AS metadata, c.created_at, c.updated_at, c.deleted_at, c.version""";

    private final FreeForm json;

    CommentRows(FreeForm json) {
        this.json = json;
    }

    CommentState comment(Row row) {
        return new CommentState(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getUUID("thread_id"),
                row.getUUID("parent_comment_id"),
                row.getUUID("user_id"),
                row.getUUID("contact_id"),
                row.getString("author_type"),
                row.getString("note"),
                row.getString("markdown_content"),
                row.getBoolean("is_internal"),
                row.getBoolean("is_resolution"),
                row.getBoolean("is_system_generated"),
                row.getBigDecimal("time_spent"),
                json.readObject(row.getString("metadata")),
                Times.of(row, "created_at"),
                Times.of(row, "updated_at"),
                Times.orNull(row, "deleted_at"),
                row.getInteger("version"));
    }
}
