package io.deskgraph.links.relationship;

import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.edge.Neighbour;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A relationship in the list of an asset.
 *
 * @param relatedAssetId the other end, which the members after it describe
 * @param direction what the other end is: child where the relationship leads there, else parent
 */
record ListedRelationship(
        UUID relationshipId,
        UUID assetId,
        UUID relatedAssetId,
        String relationshipType,
        UUID tenant,
        Instant createdAt,
        UUID parentAssetId,
        UUID childAssetId,
        String direction,
        String assetTag,
        String relatedAssetName,
        String assetType,
        String status) {

    static ListedRelationship of(UUID tenant, UUID asset, Neighbour neighbour) {
        AssetCard other = neighbour.other();
        boolean leadsThere = neighbour.outgoing();
        return new ListedRelationship(
                neighbour.linkId(),
                asset,
                other.id(),
                neighbour.type(),
                tenant,
                neighbour.createdAt().truncatedTo(ChronoUnit.MILLIS),
                leadsThere ? asset : other.id(),
                leadsThere ? other.id() : asset,
                leadsThere ? "child" : "parent",
                other.tag(),
                other.name(),
                other.assetType(),
                other.status());
    }
}
