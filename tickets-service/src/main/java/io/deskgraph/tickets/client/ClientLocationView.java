package io.deskgraph.tickets.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record ClientLocationView(
        UUID locationId,
        UUID clientId,
        String locationName,
        @Nullable String email,
        @Nullable String phone,
        boolean isDefault,
        boolean isActive,
        UUID tenant) {

    static ClientLocationView of(ClientLocation row) {
        return new ClientLocationView(
                row.id,
                row.clientId,
                row.locationName,
                row.email,
                row.phone,
                row.isDefault,
                row.isActive,
                row.tenantId);
    }
}
