package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;

/** What tells an asset from all others for people: its tag, inside its database. */
public record TagKey(String databaseId, String assetTag) {

    public static TagKey of(AssetState asset) {
        return new TagKey(asset.databaseId(), asset.assetTag());
    }
}
