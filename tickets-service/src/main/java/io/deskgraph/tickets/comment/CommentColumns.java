package io.deskgraph.tickets.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.deskgraph.contracts.ticket.CommentState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns that every view of a comment shows. Comments are published at once: what schedules them stays null. */
public record CommentColumns(
        UUID tenant,

        @JsonUnwrapped @JsonIgnoreProperties("version") CommentState comment,

        String publishState,
        @Nullable Instant scheduledPublishAt,
        @Nullable String scheduledPublishTz,
        @Nullable Instant publishedAt,
        @Nullable UUID scheduleJobId,
        @Nullable UUID scheduledPublishEventId,
        @Nullable Instant scheduledPublishDispatchedAt,
        @Nullable UUID scheduledResponseEventId,
        @Nullable String scheduledPreviousResponseState,
        @Nullable Instant scheduledResponseDispatchedAt) {

    static CommentColumns of(UUID tenant, CommentState comment) {
        return new CommentColumns(
                tenant, comment, "published", null, null, comment.createdAt(), null, null, null, null, null, null);
    }
}
