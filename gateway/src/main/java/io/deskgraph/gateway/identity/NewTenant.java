package io.deskgraph.gateway.identity;

import io.deskgraph.contracts.identity.TenantSettings;
import java.util.List;
import java.util.UUID;

/**
 * A tenant to be created.
 *
 * @param hosts in canonical form
 */
public record NewTenant(
        UUID tenantId, String slug, String name, boolean msp, List<String> hosts, TenantSettings settings) {}
