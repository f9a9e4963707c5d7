package io.deskgraph.tickets.comment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment in a list that asks for Markdown alone. */
public record CommentDigest(
        UUID commentId,
        UUID ticketId,
        @Nullable String markdownContent,
        String authorType,
        boolean isInternal,
        boolean isResolution,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable String createdByName,
        @Nullable UUID authorContactId,
        @Nullable String authorContactName,
        UUID threadId,
        @Nullable UUID parentCommentId,
        @Nullable Instant deletedAt)
        implements CommentLine {}
