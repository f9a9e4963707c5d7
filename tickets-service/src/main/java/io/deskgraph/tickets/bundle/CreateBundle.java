package io.deskgraph.tickets.bundle;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param childTicketIds repeated ones and the master itself do not count
 * @param allowClosedMaster whether open tickets may join a closed master
 */
public record CreateBundle(
        @NotEmpty List<@NotNull UUID> childTicketIds,

        @Schema(
                enumeration = {Mode.LINK_ONLY, Mode.SYNC_UPDATES},
                defaultValue = Mode.SYNC_UPDATES)
        @Pattern(regexp = Mode.PATTERN)
        @Nullable
        String mode,

        @Schema(defaultValue = "false") @Nullable Boolean allowClosedMaster) {

    String modeOrDefault() {
        return mode == null ? Mode.SYNC_UPDATES : mode;
    }
}
