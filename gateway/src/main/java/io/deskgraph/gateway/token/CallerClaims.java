package io.deskgraph.gateway.token;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, for which tenant, and what they may do.
 *
 * @param permissions sorted, so that equal rights are equal claims
 * @param keyId the API key used; null without one
 */
public record CallerClaims(
        UUID userId,
        UUID tenantId,
        String tenantSlug,
        boolean msp,
        String name,
        String actorType,
        List<String> roles,
        List<String> permissions,
        @Nullable UUID keyId) {

    public static final String API_KEY = "API_KEY";
    public static final String ANONYMOUS = "ANONYMOUS";

    private static final UUID NOBODY = new UUID(0, 0);

    public CallerClaims {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }

    /** A caller without a credential, of whom only the tenant is known. */
    public static CallerClaims anonymous(UUID tenantId, String tenantSlug, boolean msp) {
        return new CallerClaims(NOBODY, tenantId, tenantSlug, msp, "Anonymous", ANONYMOUS, List.of(), List.of(), null);
    }
}
