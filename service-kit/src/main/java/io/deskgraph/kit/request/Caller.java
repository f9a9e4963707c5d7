package io.deskgraph.kit.request;

import java.util.Set;
import java.util.UUID;

/**
 * Whoever acts: a user, a user's API key, or the system itself.
 *
 * @param actorType {@code USER}, {@code API_KEY} or {@code SYSTEM}
 * @param roles their names; what a role permits is in {@code permissions} already
 * @param msp whether the caller belongs to the tenant that may act across tenants
 */
public record Caller(
        UUID tenantId,
        String tenantSlug,
        UUID userId,
        String name,
        String actorType,
        Set<String> permissions,
        Set<String> roles,
        boolean msp) {

    public Caller {
        permissions = Set.copyOf(permissions);
        roles = Set.copyOf(roles);
    }

    /** @param permission in the form {@code resource:action} */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
