package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Threads: a comment begins one or joins its parent's. The ticket is locked, so a thread does not change meanwhile. */
@ApplicationScoped
class CommentThreads {

    private static final String PARENT = """
            SELECT c.ticket_id, c.deleted_at, c.thread_id, t.is_internal
            FROM comments c JOIN comment_threads t ON t.tenant_id = c.tenant_id AND t.id = c.thread_id
            WHERE c.tenant_id = $1 AND c.id = $2""";

    private static final String BEGIN = """
            INSERT INTO comment_threads (tenant_id, id, ticket_id, root_comment_id, is_internal, last_activity_at,
                created_at, created_by)
            VALUES ($1, $2, $3, $4, $5, $6, $6, $7)""";

    private static final String JOIN = """
            UPDATE comment_threads SET reply_count = reply_count + 1, last_activity_at = $3
            WHERE tenant_id = $1 AND id = $2""";

    private static final String SHRINK = """
            UPDATE comment_threads SET reply_count = greatest(reply_count - $3, 0)
            WHERE tenant_id = $1 AND id = $2""";

    private static final String END_EMPTY = """
            DELETE FROM comment_threads t WHERE t.tenant_id = $1 AND t.id = $2
                AND NOT EXISTS (SELECT FROM comments c
                    WHERE c.tenant_id = t.tenant_id AND c.ticket_id = t.ticket_id AND c.thread_id = t.id)""";

    private final Clock clock;

    CommentThreads(Clock clock) {
        this.clock = clock;
    }

    /** Where a new comment stands. */
    record Place(UUID commentId, UUID threadId, boolean isInternal, Instant at) {}

    Uni<Place> place(Tx tx, TicketState ticket, Author author, NewComment comment) {
        return comment.parent() == null
                ? begin(tx, ticket.ticketId(), author, comment.isInternal())
                : tx.sql(PARENT, tx.tenant(), comment.parent())
                        .chain(found -> join(tx, parent(found, ticket.ticketId())));
    }

    /** Takes comments out of a thread that are gone for good; a thread without any goes too. */
    Uni<Void> leave(Tx tx, UUID thread, int comments) {
        return tx.sql(SHRINK, tx.tenant(), thread, comments)
                .chain(() -> tx.sql(END_EMPTY, tx.tenant(), thread))
                .replaceWithVoid();
    }

    private Uni<Place> begin(Tx tx, UUID ticket, Author author, boolean internal) {
        Place place = new Place(Ids.next(), Ids.next(), internal, Times.now(clock));
        return tx.sql(
                        BEGIN,
                        tx.tenant(),
                        place.threadId(),
                        ticket,
                        place.commentId(),
                        internal,
                        Times.at(place.at()),
                        author.userId())
                .replaceWith(place);
    }

    private Uni<Place> join(Tx tx, Row parent) {
        Place place =
                new Place(Ids.next(), parent.getUUID("thread_id"), parent.getBoolean("is_internal"), Times.now(clock));
        return tx.sql(JOIN, tx.tenant(), place.threadId(), Times.at(place.at())).replaceWith(place);
    }

    private static Row parent(RowSet<Row> found, UUID ticket) {
        if (found.rowCount() == 0) {
            throw Problem.notFound("Parent comment not found");
        }
        Row parent = found.iterator().next();
        if (!parent.getUUID("ticket_id").equals(ticket)) {
            throw Problem.invalid("parent_comment_id", "Parent comment must belong to the same ticket");
        }
        if (parent.getOffsetDateTime("deleted_at") != null) {
            throw Problem.invalid("parent_comment_id", "Cannot reply to a deleted comment");
        }
        return parent;
    }
}
