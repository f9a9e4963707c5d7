package io.deskgraph.tickets.priority;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.tickets.lookup.LookupView;
import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.Map;
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
        UUID tenant)
        implements LookupView {

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

    static PriorityView of(Row row) {
        return new PriorityView(
                row.getUUID("id"),
                row.getString("priority_name"),
                row.getString("description"),
                row.getInteger("order_number"),
                row.getString("color"),
                row.getString("item_type"),
                row.getBoolean("is_from_itil_standard"),
                row.getUUID("tenant_id"));
    }

    @Override
    public ReferenceState reference(long version) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("description", description);
        attributes.put("order_number", orderNumber);
        attributes.put("color", color);
        attributes.put("item_type", itemType);
        attributes.put("is_from_itil_standard", isFromItilStandard);
        return new ReferenceState(ReferenceState.PRIORITY, priorityId.toString(), priorityName, attributes, version);
    }
}
