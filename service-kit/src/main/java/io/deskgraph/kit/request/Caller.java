package io.deskgraph.kit.request;

import java.util.Set;
import java.util.UUID;

/**
 * Whoever acts: a user, a user's API key, or the system itself.
 *
 * @param actorType {@code USER}, {@code API_KEY} or {@code SYSTEM}
 * @param msp whether the caller belongs to the tenant that may act across tenants
 */
public record Caller(
        UUID tenantId,
        String tenantSlug,
        UUID userId,
        String name,
        String actorType,
        Set<String> permissions,
        boolean msp) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** @param permission in the form {@code resource:action} */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
