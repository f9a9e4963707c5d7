package io.deskgraph.gateway.registry;

import io.deskgraph.gateway.apikey.KeyHash;
import java.util.List;
import java.util.UUID;

/**
 * A usable key as it is in the database.
 *
 * @param permissions of the owner's roles, already narrowed by the key's scopes; sorted
 * @param expiresAtMillis {@link Long#MAX_VALUE} for never
 */
record Grant(
        UUID tenantId,
        UUID keyId,
        KeyHash hash,
        UUID userId,
        String userName,
        List<String> roles,
        List<String> permissions,
        List<String> allowedIps,
        long expiresAtMillis) {}
