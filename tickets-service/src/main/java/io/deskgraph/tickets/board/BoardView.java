package io.deskgraph.tickets.board;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param defaultAssignedTeamId null: there are no teams */
public record BoardView(
        UUID boardId,
        String boardName,
        @Nullable String description,
        int displayOrder,
        boolean isDefault,
        boolean isInactive,
        String categoryType,
        String priorityType,
        @Nullable UUID defaultAssignedTo,
        @Nullable UUID defaultAssignedTeamId,
        @Nullable UUID defaultPriorityId,
        boolean enableLiveTicketTimer,
        ClosingRules closeRules,
        UUID tenant) {

    static BoardView of(Board row) {
        return new BoardView(
                row.id,
                row.boardName,
                row.description,
                row.displayOrder,
                row.isDefault,
                row.isInactive,
                row.categoryType,
                row.priorityType,
                row.defaultAssignedTo,
                null,
                row.defaultPriorityId,
                row.enableLiveTicketTimer,
                ClosingRules.of(row),
                row.tenantId);
    }
}
