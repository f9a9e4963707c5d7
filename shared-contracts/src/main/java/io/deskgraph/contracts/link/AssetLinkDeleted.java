package io.deskgraph.contracts.link;

import io.deskgraph.contracts.event.Change;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The end of an asset link, by hand or because one of its ends was deleted. */
public record AssetLinkDeleted(
        @Nullable AssetLinkState after,
        Map<String, Change> changed,
        UUID fromAssetId,
        UUID toAssetId,
        String relationshipType) {

    public static AssetLinkDeleted of(AssetLinkState before) {
        return new AssetLinkDeleted(
                null, Map.of(), before.fromAssetId(), before.toAssetId(), before.relationshipType());
    }
}
