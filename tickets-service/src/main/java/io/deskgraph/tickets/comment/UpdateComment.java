package io.deskgraph.tickets.comment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment's new text. */
public record UpdateComment(
        @NotNull
        @Schema(
                description = "Plain text, or an editor's JSON as text; 1 to 5000 characters of visible text",
                examples = "The roller arrives on Friday.")
        String commentText) {}
