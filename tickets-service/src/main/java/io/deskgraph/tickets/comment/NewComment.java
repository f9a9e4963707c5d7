package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.ticket.CommentState;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment that is to be added.
 *
 * @param isInternal counts where a thread begins; a reply is as internal as its thread
 * @param parent the comment it answers
 */
public record NewComment(
        String note,
        boolean isInternal,
        boolean isResolution,
        @Nullable BigDecimal timeSpent,
        @Nullable Map<String, @Nullable Object> metadata,
        @Nullable UUID parent) {

    /** What other tickets get of a public comment that begins a thread: the text and whether it resolves. */
    public static NewComment copyOf(CommentState source) {
        return new NewComment(source.note(), false, source.isResolution(), null, null, null);
    }
}
