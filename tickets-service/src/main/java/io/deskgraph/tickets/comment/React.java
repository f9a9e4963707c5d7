package io.deskgraph.tickets.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody feels. */
public record React(
        @NotBlank @Size(max = 50) @Schema(examples = "👍") String emoji) {

    /** @param added whether it is there now; it is taken back where it was there before */
    public record Toggled(boolean added) {}
}
