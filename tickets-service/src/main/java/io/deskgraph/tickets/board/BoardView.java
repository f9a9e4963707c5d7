package io.deskgraph.tickets.board;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.tickets.lookup.LookupView;
import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        @Nullable UUID defaultPriorityId,
        boolean enableLiveTicketTimer,
        UUID tenant)
        implements LookupView {

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
                row.defaultPriorityId,
                row.enableLiveTicketTimer,
                row.tenantId);
    }

    static BoardView of(Row row) {
        return new BoardView(
                row.getUUID("id"),
                row.getString("board_name"),
                row.getString("description"),
                row.getInteger("display_order"),
                row.getBoolean("is_default"),
                row.getBoolean("is_inactive"),
                row.getString("category_type"),
                row.getString("priority_type"),
                row.getUUID("default_assigned_to"),
                row.getUUID("default_priority_id"),
                row.getBoolean("enable_live_ticket_timer"),
                row.getUUID("tenant_id"));
    }

    @Override
    public ReferenceState reference(long version) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("description", description);
        attributes.put("display_order", displayOrder);
        attributes.put("is_default", isDefault);
        attributes.put("is_inactive", isInactive);
        attributes.put("category_type", categoryType);
        attributes.put("priority_type", priorityType);
        attributes.put("default_assigned_to", defaultAssignedTo);
        attributes.put("default_priority_id", defaultPriorityId);
        attributes.put("enable_live_ticket_timer", enableLiveTicketTimer);
        return new ReferenceState(ReferenceState.BOARD, boardId.toString(), boardName, attributes, version);
    }
}
