package io.deskgraph.tickets.priority;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record PriorityView(
        UUID priorityId,
        String priorityName,
        @Nullable String description,
        int orderNumber,
        @Nullable String color,
        String itemType,
        boolean isFromItilStandard,
        UUID tenant) {

    static PriorityView of(Priority row) {
        return new PriorityView(
                row.id,
                row.priorityName,
                row.description,
                row.orderNumber,
                row.color,
                row.itemType,
                row.isFromItilStandard,
                row.tenantId);
    }
}
