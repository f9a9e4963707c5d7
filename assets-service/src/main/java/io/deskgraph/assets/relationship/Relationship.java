package io.deskgraph.assets.relationship;

import java.time.Instant;
import java.util.UUID;

/**
 * A link as one of its assets sees it.
 *
 * @param relatedAssetId the other end
 * @param direction what the other end is: child where the link leads there, else parent
 */
public record Relationship(
        UUID relationshipId,
        UUID assetId,
        UUID relatedAssetId,
        String relationshipType,
        String direction,
        String assetTag,
        String relatedAssetName,
        String assetType,
        String status,
        Instant createdAt) {}
