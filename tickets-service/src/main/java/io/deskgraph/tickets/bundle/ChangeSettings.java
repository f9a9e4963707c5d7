package io.deskgraph.tickets.bundle;

import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is not sent stays; one of the two has to be there. */
public record ChangeSettings(
        @Schema(enumeration = {Mode.LINK_ONLY, Mode.SYNC_UPDATES}) @Pattern(regexp = Mode.PATTERN) @Nullable
        String mode,

        @Nullable Boolean reopenOnChildReply) {

    void requireSome() {
        if (mode == null && reopenOnChildReply == null) {
            throw Problem.invalid(
                    "Validation failed", List.of(Detail.of(List.of(), "Provide mode and/or reopen_on_child_reply")));
        }
    }
}
