package io.deskgraph.contracts.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A tenant with its settings and hosts.
 *
 * @param isMsp the operator's own tenant, which may act in the others
 * @param status active or suspended
 */
public record TenantState(
        UUID tenantId,
        String slug,
        String name,
        boolean isMsp,
        String status,
        TenantSettings settings,
        List<HostState> hosts,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final String ACTIVE = "active";
    public static final String SUSPENDED = "suspended";
}
