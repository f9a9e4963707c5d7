package io.deskgraph.contracts.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edge between two assets.
 *
 * @param relationshipType parentChild, related or free text
 * @param alias tells several parentChild edges of one pair apart
 */
public record AssetLinkState(
        UUID tenant,
        UUID linkId,
        UUID fromAssetId,
        UUID toAssetId,
        String relationshipType,
        @Nullable String alias,
        List<String> tags,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
