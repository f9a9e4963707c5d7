package io.deskgraph.tickets.comment;

import com.fasterxml.jackson.core.type.TypeReference;
import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.sql.FreeForm;
import io.deskgraph.tickets.ticket.TicketRevisions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The comments of a ticket, in the order in which they were written or the other way round. */
@ApplicationScoped
class CommentList {

    private static final String ROWS = "SELECT " + CommentRows.COLUMNS + """
            , u.first_name || ' ' || u.last_name AS user_name, n.full_name AS contact_name, n.email AS contact_email,
                (SELECT json_agg(json_build_object('emoji', r.emoji, 'users', r.users) ORDER BY r.since, r.emoji)::text
                 FROM (SELECT x.emoji, json_agg(x.user_id ORDER BY x.created_at, x.id) AS users,
                           min(x.created_at) AS since
                       FROM comment_reactions x WHERE x.tenant_id = c.tenant_id AND x.comment_id = c.id
                       GROUP BY x.emoji) r) AS reactions
            FROM comments c
                LEFT JOIN user_copies u ON u.tenant_id = c.tenant_id AND u.id = c.user_id
                LEFT JOIN contacts n ON n.tenant_id = c.tenant_id AND n.id = c.contact_id
            WHERE c.tenant_id = $1 AND c.ticket_id = $2""";

    private static final String ASCENDING = ROWS + " ORDER BY c.created_at, c.id LIMIT $3 OFFSET $4";
    private static final String DESCENDING = ROWS + " ORDER BY c.created_at DESC, c.id DESC LIMIT $3 OFFSET $4";

    private static final String NAMES = """
            SELECT DISTINCT r.user_id,
                coalesce(nullif(trim(concat_ws(' ', u.first_name, u.last_name)), ''), 'Unknown') AS name
            FROM comment_reactions r LEFT JOIN user_copies u ON u.tenant_id = r.tenant_id AND u.id = r.user_id
            WHERE r.tenant_id = $1 AND r.comment_id = ANY ($2)""";

    private static final TypeReference<List<Chosen>> REACTIONS = new TypeReference<>() {};

    private final Transactions transactions;
    private final CurrentRequest request;
    private final TicketRevisions tickets;
    private final CommentRows rows;
    private final CommentText text;
    private final FreeForm json;

    CommentList(
            Transactions transactions,
            CurrentRequest request,
            TicketRevisions tickets,
            CommentRows rows,
            CommentText text,
            FreeForm json) {
        this.transactions = transactions;
        this.request = request;
        this.tickets = tickets;
        this.rows = rows;
        this.text = text;
        this.json = json;
    }

    /** @param limit null for all of them */
    record Slice(@Nullable Integer limit, int offset, boolean descending, boolean markdown) {}

    private record Chosen(String emoji, List<UUID> users) {}

    Uni<List<CommentLine>> read(UUID ticket, Slice slice) {
        return transactions.run(tx -> tickets.require(tx, ticket)
                .chain(() -> rows(tx, ticket, slice))
                .chain(found -> slice.markdown() ? Uni.createFrom().item(digests(found)) : items(tx, found)));
    }

    private static Uni<RowSet<Row>> rows(Tx tx, UUID ticket, Slice slice) {
        return tx.sql(
                slice.descending() ? DESCENDING : ASCENDING,
                tx.tenant(),
                ticket,
                slice.limit() == null ? null : (long) slice.limit(),
                (long) slice.offset());
    }

    private Uni<List<CommentLine>> items(Tx tx, RowSet<Row> found) {
        UUID[] ids = stream(found).map(row -> row.getUUID("id")).toArray(UUID[]::new);
        return tx.sql(NAMES, tx.tenant(), ids).map(CommentList::names).map(names -> stream(found)
                .<CommentLine>map(row -> item(row, names))
                .toList());
    }

    private List<CommentLine> digests(RowSet<Row> found) {
        return stream(found).<CommentLine>map(this::digest).toList();
    }

    private CommentItem item(Row row, Map<String, String> names) {
        CommentState comment = rows.comment(row);
        return new CommentItem(
                CommentColumns.of(row.getUUID("tenant_id"), comment),
                comment.note(),
                text.html(comment.note()),
                comment.userId(),
                author(row),
                null,
                comment.contactId(),
                row.getString("contact_name"),
                row.getString("contact_email"),
                reactions(row.getString("reactions")),
                names);
    }

    private CommentDigest digest(Row row) {
        CommentState comment = rows.comment(row);
        return new CommentDigest(
                comment.commentId(),
                comment.ticketId(),
                comment.markdownContent(),
                comment.authorType(),
                comment.isInternal(),
                comment.isResolution(),
                comment.createdAt(),
                comment.updatedAt(),
                comment.userId(),
                author(row),
                comment.contactId(),
                row.getString("contact_name"),
                comment.threadId(),
                comment.parentCommentId(),
                comment.deletedAt());
    }

    private List<CommentItem.Reaction> reactions(@Nullable String found) {
        UUID caller = request.caller().userId();
        return found == null
                ? List.of()
                : json.read(found, REACTIONS).stream()
                        .map(chosen -> new CommentItem.Reaction(
                                chosen.emoji(),
                                chosen.users().size(),
                                chosen.users(),
                                chosen.users().contains(caller)))
                        .toList();
    }

    private static @Nullable String author(Row row) {
        String user = row.getString("user_name");
        return user == null ? row.getString("contact_name") : user;
    }

    private static Map<String, String> names(RowSet<Row> found) {
        Map<String, String> names = new HashMap<>();
        found.forEach(row -> names.put(row.getUUID("user_id").toString(), row.getString("name")));
        return names;
    }

    private static Stream<Row> stream(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false);
    }
}
