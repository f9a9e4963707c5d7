package io.deskgraph.contracts.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be known about an API key.
 *
 * @param scopes null means all that its owner may do
 * @param allowedIps null means from anywhere
 * @param rotatedAt when its secret was last replaced
 */
public record ApiKeyState(
        UUID apiKeyId,
        UUID userId,
        String name,
        @Nullable List<String> scopes,
        @Nullable List<String> allowedIps,
        @Nullable Instant expiresAt,
        @Nullable Instant rotatedAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
