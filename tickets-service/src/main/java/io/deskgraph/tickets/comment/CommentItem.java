package io.deskgraph.tickets.comment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment in a list, with the names of who wrote it and of who feels something about it. */
public record CommentItem(
        @JsonUnwrapped CommentColumns columns,
        String commentText,
        String commentHtml,
        @Nullable UUID createdBy,
        @Nullable String createdByName,
        @Nullable String createdByAvatarUrl,
        @Nullable UUID authorContactId,
        @Nullable String authorContactName,
        @Nullable String authorContactEmail,
        List<Reaction> reactions,
        Map<String, String> reactionUserNames)
        implements CommentLine {

    /** One emoji and who chose it, in the order in which they did. */
    @JsonNaming(LowerCamelCaseStrategy.class)
    public record Reaction(String emoji, int count, List<UUID> userIds, boolean currentUserReacted) {}
}
