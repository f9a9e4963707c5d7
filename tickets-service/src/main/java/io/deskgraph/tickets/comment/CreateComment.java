package io.deskgraph.tickets.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.FreeForm;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment as clients send it. */
public record CreateComment(
        @NotNull
        @Schema(
                description = "Plain text, or an editor's JSON as text; 1 to 5000 characters of visible text",
                examples = "The roller is on its way.")
        String commentText,

        @Schema(description = "Not for clients. A reply is as internal as its thread, whatever this says") @Nullable
        Boolean isInternal,

        @Nullable Boolean isResolution,

        @Schema(description = "Kept with the comment; time that is to be billed is a time entry")
        @Nullable
        @PositiveOrZero
        @DecimalMax("1000000")
        BigDecimal timeSpent,

        @Nullable Map<String, @Nullable Object> metadata,
        @Nullable UUID parentCommentId,

        @JsonProperty("suppressContactNotifications") @Nullable
        Boolean suppressContactNotifications,

        @JsonProperty("suppressInternalNotifications") @Nullable
        Boolean suppressInternalNotifications) {

    NewComment comment() {
        return new NewComment(
                commentText,
                Boolean.TRUE.equals(isInternal),
                Boolean.TRUE.equals(isResolution),
                timeSpent,
                metadata == null ? null : FreeForm.canonical(metadata),
                parentCommentId);
    }

    void requireConsistentMuting() {
        boolean internal = Boolean.TRUE.equals(suppressInternalNotifications);
        if (internal && !Boolean.TRUE.equals(suppressContactNotifications)) {
            throw Problem.invalid(
                    "suppressInternalNotifications",
                    "suppressInternalNotifications requires suppressContactNotifications");
        }
    }
}
