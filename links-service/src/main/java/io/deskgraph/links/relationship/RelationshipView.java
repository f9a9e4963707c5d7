package io.deskgraph.links.relationship;

import io.deskgraph.contracts.link.AssetLinkState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A relationship as it is answered when it is made.
 *
 * @param assetId the asset it was made from
 */
record RelationshipView(
        UUID relationshipId,
        UUID assetId,
        UUID relatedAssetId,
        String relationshipType,
        UUID tenant,
        Instant createdAt) {

    static RelationshipView of(AssetLinkState edge) {
        return new RelationshipView(
                edge.linkId(),
                edge.fromAssetId(),
                edge.toAssetId(),
                edge.relationshipType(),
                edge.tenant(),
                edge.createdAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
