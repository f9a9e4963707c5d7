package io.deskgraph.tickets.comment;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** What people feel about a comment. The comment is locked, so two toggles at once are one on and one off. */
@ApplicationScoped
class Reactions {

    private static final String REMOVE = """
            DELETE FROM comment_reactions
            WHERE tenant_id = $1 AND comment_id = $2 AND user_id = $3 AND emoji = $4""";

    private static final String ADD = """
            INSERT INTO comment_reactions (tenant_id, id, comment_id, user_id, emoji, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)""";

    private final CommentRepository comments;
    private final Clock clock;

    Reactions(CommentRepository comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
    }

    /** Whether it is there now. */
    Uni<Boolean> toggle(Tx tx, UUID ticket, UUID comment, UUID user, String emoji) {
        return comments.lock(tx, ticket, comment)
                .chain(() -> tx.sql(REMOVE, tx.tenant(), comment, user, emoji))
                .chain(removed ->
                        removed.rowCount() > 0 ? Uni.createFrom().item(false) : add(tx, comment, user, emoji));
    }

    private Uni<Boolean> add(Tx tx, UUID comment, UUID user, String emoji) {
        return tx.sql(ADD, tx.tenant(), Ids.next(), comment, user, emoji, Times.at(Times.now(clock)))
                .replaceWith(true);
    }
}
