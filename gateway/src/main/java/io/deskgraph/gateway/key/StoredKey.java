package io.deskgraph.gateway.key;

import io.deskgraph.contracts.identity.ApiKeyState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key's row without its hashes.
 *
 * @param prefix what people may see of it
 * @param createdBy null where the bootstrap file had it
 */
record StoredKey(
        ApiKeyState state,
        String prefix,
        @Nullable Instant lastUsedAt,
        @Nullable UUID createdBy) {}
