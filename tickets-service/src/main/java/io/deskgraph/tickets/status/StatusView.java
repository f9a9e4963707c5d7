package io.deskgraph.tickets.status;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record StatusView(
        UUID statusId,
        String name,
        String statusType,
        @Nullable UUID boardId,
        boolean isClosed,
        boolean isDefault,
        int orderNumber,
        @Nullable String color,
        @Nullable String icon,
        UUID tenant) {

    static StatusView of(Status row) {
        return new StatusView(
                row.id,
                row.name,
                row.statusType,
                row.boardId,
                row.isClosed,
                row.isDefault,
                row.orderNumber,
                row.color,
                row.icon,
                row.tenantId);
    }
}
