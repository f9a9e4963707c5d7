package io.deskgraph.tickets.client;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.tickets.lookup.LookupView;
import io.deskgraph.tickets.sql.Times;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record ClientView(
        UUID clientId,
        String clientName,
        @Nullable String email,
        @Nullable String phoneNo,
        @Nullable String url,
        boolean isInactive,
        @Nullable String billingCycle,
        Instant createdAt,
        Instant updatedAt,
        UUID tenant)
        implements LookupView {

    static ClientView of(Client row) {
        return new ClientView(
                row.id,
                row.clientName,
                row.email,
                row.phoneNo,
                row.url,
                row.isInactive,
                row.billingCycle,
                row.createdAt,
                row.updatedAt,
                row.tenantId);
    }

    static ClientView of(Row row) {
        return new ClientView(
                row.getUUID("id"),
                row.getString("client_name"),
                row.getString("email"),
                row.getString("phone_no"),
                row.getString("url"),
                row.getBoolean("is_inactive"),
                row.getString("billing_cycle"),
                Times.of(row, "created_at"),
                Times.of(row, "updated_at"),
                row.getUUID("tenant_id"));
    }

    @Override
    public ReferenceState reference(long version) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("email", email);
        attributes.put("phone_no", phoneNo);
        attributes.put("url", url);
        attributes.put("is_inactive", isInactive);
        attributes.put("billing_cycle", billingCycle);
        return new ReferenceState(ReferenceState.CLIENT, clientId.toString(), clientName, attributes, version);
    }
}
