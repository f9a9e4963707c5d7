package io.deskgraph.tickets.comment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.deskgraph.contracts.ticket.CommentState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment as writes answer it. */
public record CommentView(
        @JsonUnwrapped CommentColumns columns,
        String commentText,
        String commentHtml,
        @Nullable UUID createdBy,
        @Nullable UUID authorContactId,
        @Nullable String authorContactName,
        @Nullable String authorContactEmail) {

    static CommentView of(UUID tenant, CommentState comment, String html) {
        return new CommentView(
                CommentColumns.of(tenant, comment),
                comment.note(),
                html,
                comment.userId(),
                comment.contactId(),
                null,
                null);
    }
}
