package io.deskgraph.tickets.board;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record BoardRequest(
        @NotBlank @Size(max = 255) String boardName,
        @Nullable @Size(max = 1000) String description,
        @Nullable Integer displayOrder,
        @Nullable Boolean isDefault,
        @Nullable Boolean isInactive,

        @Nullable @Pattern(regexp = "custom|itil", message = "must be custom or itil")
        String categoryType,

        @Nullable @Pattern(regexp = "custom|itil", message = "must be custom or itil")
        String priorityType,

        @Nullable UUID defaultAssignedTo,
        @Nullable UUID defaultPriorityId,
        @Nullable Boolean enableLiveTicketTimer,
        @Nullable @Valid ClosingRulesRequest closeRules) {}
