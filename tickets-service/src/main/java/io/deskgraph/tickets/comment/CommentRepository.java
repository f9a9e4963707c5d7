package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.FreeForm;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Statements on single comments. */
@ApplicationScoped
class CommentRepository {

    private static final String INSERT = """
            INSERT INTO comments AS c (tenant_id, id, ticket_id, thread_id, parent_comment_id, user_id, author_type,
                note, markdown_content, is_internal, is_resolution, is_system_generated, time_spent, metadata,
                published_at, created_at, updated_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::text::jsonb, $15, $15, $15, 1)
            RETURNING""" + " " + CommentRows.COLUMNS;

    private static final String LOCK = "SELECT " + CommentRows.COLUMNS
            + " FROM comments c WHERE c.tenant_id = $1 AND c.ticket_id = $2 AND c.id = $3 FOR UPDATE OF c";

    private static final String REWRITE = """
            UPDATE comments c SET note = $3, markdown_content = $4, updated_at = $5, version = version + 1
            WHERE c.tenant_id = $1 AND c.id = $2 RETURNING""" + " " + CommentRows.COLUMNS;

    private static final String BLANK = """
            UPDATE comments c SET note = '', markdown_content = NULL, metadata = NULL, deleted_at = $3, updated_at = $3,
                version = version + 1
            WHERE c.tenant_id = $1 AND c.id = $2 RETURNING""" + " " + CommentRows.COLUMNS;

    /** Whoever keeps an empty place only because of this one goes with it. */
    private static final String REMOVE_UNANSWERED = """
            WITH RECURSIVE gone AS (
                SELECT c.id, c.parent_comment_id FROM comments c
                WHERE c.tenant_id = $1 AND c.ticket_id = $2 AND c.id = $3
                    AND NOT EXISTS (SELECT FROM comments r
                        WHERE r.tenant_id = $1 AND r.ticket_id = $2 AND r.parent_comment_id = c.id)
                UNION ALL
                SELECT p.id, p.parent_comment_id
                FROM gone g JOIN comments p
                    ON p.tenant_id = $1 AND p.ticket_id = $2 AND p.id = g.parent_comment_id
                WHERE p.deleted_at IS NOT NULL
                    AND NOT EXISTS (SELECT FROM comments r
                        WHERE r.tenant_id = $1 AND r.ticket_id = $2 AND r.parent_comment_id = p.id AND r.id <> g.id))
            DELETE FROM comments c USING gone WHERE c.tenant_id = $1 AND c.ticket_id = $2 AND c.id = gone.id""";

    private final CommentRows rows;
    private final CommentText text;
    private final FreeForm json;

    CommentRepository(CommentRows rows, CommentText text, FreeForm json) {
        this.rows = rows;
        this.text = text;
        this.json = json;
    }

    Uni<CommentState> insert(Tx tx, UUID ticket, Author author, NewComment comment, CommentThreads.Place place) {
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        place.commentId(),
                        ticket,
                        place.threadId(),
                        comment.parent(),
                        author.userId(),
                        author.type(),
                        comment.note(),
                        text.visible(comment.note()),
                        place.isInternal(),
                        comment.isResolution(),
                        author.isSystem(),
                        comment.timeSpent(),
                        json.write(comment.metadata()),
                        Times.at(place.at()))
                .map(this::one);
    }

    /** 404 for one that is not there, on another ticket, or deleted. */
    Uni<CommentState> lock(Tx tx, UUID ticket, UUID id) {
        return tx.sql(LOCK, tx.tenant(), ticket, id)
                .map(this::one)
                .invoke(comment -> require(comment.deletedAt() == null));
    }

    Uni<CommentState> rewrite(Tx tx, UUID id, String note, Instant at) {
        return tx.sql(REWRITE, tx.tenant(), id, note, text.visible(note), Times.at(at))
                .map(this::one);
    }

    /** Takes what it said away. */
    Uni<CommentState> blank(Tx tx, UUID id, Instant at) {
        return tx.sql(BLANK, tx.tenant(), id, Times.at(at)).map(this::one);
    }

    /** How many rows went: none where somebody has answered. */
    Uni<Integer> removeUnanswered(Tx tx, UUID ticket, UUID id) {
        return tx.sql(REMOVE_UNANSWERED, tx.tenant(), ticket, id).map(RowSet::rowCount);
    }

    private CommentState one(RowSet<Row> found) {
        require(found.rowCount() > 0);
        return rows.comment(found.iterator().next());
    }

    private static void require(boolean there) {
        if (!there) {
            throw Problem.notFound("Comment not found");
        }
    }
}
