package io.deskgraph.contracts.ticket;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a ticket.
 *
 * @param userId the agent who wrote it; null for what the system copied
 * @param authorType internal, client or unknown
 * @param note the text as it was sent
 * @param isSystemGenerated a copy of a comment on the bundle's master
 * @param timeSpent as the author gave it
 */
public record CommentState(
        UUID commentId,
        UUID ticketId,
        UUID threadId,
        @Nullable UUID parentCommentId,
        @Nullable UUID userId,
        @Nullable UUID contactId,
        String authorType,
        String note,
        @Nullable String markdownContent,
        boolean isInternal,
        boolean isResolution,
        boolean isSystemGenerated,
        @Nullable BigDecimal timeSpent,
        @Nullable Map<String, @Nullable Object> metadata,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        long version) {}
