package io.deskgraph.gateway.token;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, for which tenant, and what they may do.
 *
 * @param permissions sorted, so that equal rights are equal claims
 * @param keyId the API key used; null without one
 * @param keyPrint which of the key's secrets was used; null without one
 * @param acrossTenants whether lists may span all tenants: the operator on the root domain, in no tenant in particular
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
        @Nullable UUID keyId,
        @Nullable String keyPrint,
        boolean acrossTenants) {

    public static final String API_KEY = "API_KEY";
    public static final String USER = "USER";
    public static final String ANONYMOUS = "ANONYMOUS";

    private static final UUID NOBODY = new UUID(0, 0);

    public CallerClaims {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }

    /** The same caller with a token in place of the key. */
    public CallerClaims withoutKey() {
        return new CallerClaims(userId, tenantId, tenantSlug, msp, name, USER, roles, permissions, null, null, false);
    }

    /** A caller without a credential, of whom only the tenant is known. */
    public static CallerClaims anonymous(UUID tenantId, String tenantSlug, boolean msp) {
        return new CallerClaims(
                NOBODY, tenantId, tenantSlug, msp, "Anonymous", ANONYMOUS, List.of(), List.of(), null, null, false);
    }

    /** The same caller at work in another tenant. */
    CallerClaims in(UUID otherTenantId, String otherSlug) {
        return new CallerClaims(
                userId, otherTenantId, otherSlug, msp, name, actorType, roles, permissions, keyId, keyPrint, false);
    }

    /** The same caller looking at all tenants. */
    CallerClaims everywhere() {
        return new CallerClaims(
                userId, tenantId, tenantSlug, msp, name, actorType, roles, permissions, keyId, keyPrint, true);
    }
}
