package io.deskgraph.tickets.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record CreateBoard(
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
        @Nullable Boolean enableLiveTicketTimer) {

    Board row() {
        Board row = new Board();
        row.boardName = boardName;
        row.description = description;
        row.displayOrder = displayOrder == null ? 0 : displayOrder;
        row.isDefault = isDefault == null ? false : isDefault;
        row.isInactive = isInactive == null ? false : isInactive;
        row.categoryType = categoryType == null ? "custom" : categoryType;
        row.priorityType = priorityType == null ? "custom" : priorityType;
        row.defaultAssignedTo = defaultAssignedTo;
        row.defaultPriorityId = defaultPriorityId;
        row.enableLiveTicketTimer = enableLiveTicketTimer == null ? false : enableLiveTicketTimer;
        return row;
    }
}
