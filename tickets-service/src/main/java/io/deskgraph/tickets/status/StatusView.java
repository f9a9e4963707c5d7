package io.deskgraph.tickets.status;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.tickets.lookup.LookupView;
import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.Map;
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
        UUID tenant)
        implements LookupView {

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

    static StatusView of(Row row) {
        return new StatusView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("status_type"),
                row.getUUID("board_id"),
                row.getBoolean("is_closed"),
                row.getBoolean("is_default"),
                row.getInteger("order_number"),
                row.getString("color"),
                row.getString("icon"),
                row.getUUID("tenant_id"));
    }

    @Override
    public ReferenceState reference(long version) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("status_type", statusType);
        attributes.put("board_id", boardId);
        attributes.put("is_closed", isClosed);
        attributes.put("is_default", isDefault);
        attributes.put("order_number", orderNumber);
        attributes.put("color", color);
        attributes.put("icon", icon);
        return new ReferenceState(ReferenceState.STATUS, statusId.toString(), name, attributes, version);
    }
}
