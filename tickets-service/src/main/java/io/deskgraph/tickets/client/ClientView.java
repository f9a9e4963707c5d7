package io.deskgraph.tickets.client;

import java.time.Instant;
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
        UUID tenant) {

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
}
