package io.deskgraph.tickets.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record ContactView(
        UUID contactNameId,
        String fullName,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable UUID clientId,
        boolean isInactive,
        UUID tenant) {

    static ContactView of(Contact row) {
        return new ContactView(
                row.id, row.fullName, row.email, row.phoneNumber, row.clientId, row.isInactive, row.tenantId);
    }
}
