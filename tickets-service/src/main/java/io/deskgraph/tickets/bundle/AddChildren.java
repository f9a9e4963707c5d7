package io.deskgraph.tickets.bundle;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param childTicketIds repeated ones and the master itself do not count
 * @param allowClosedMaster whether open tickets may join a closed master
 */
public record AddChildren(
        @NotEmpty List<@NotNull UUID> childTicketIds,
        @Schema(defaultValue = "false") @Nullable Boolean allowClosedMaster) {}
