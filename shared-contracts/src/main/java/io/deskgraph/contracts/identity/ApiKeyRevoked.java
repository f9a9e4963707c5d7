package io.deskgraph.contracts.identity;

import io.deskgraph.contracts.event.Change;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key stopped working: revoked by hand, or together with its user. */
public record ApiKeyRevoked(@Nullable ApiKeyState after, Map<String, Change> changed, UUID userId, Instant revokedAt) {

    public static ApiKeyRevoked of(UUID userId, Instant revokedAt) {
        return new ApiKeyRevoked(null, Map.of(), userId, revokedAt);
    }
}
