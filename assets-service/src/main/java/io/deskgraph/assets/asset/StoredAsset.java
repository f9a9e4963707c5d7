package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;

/** An asset's row together with the names that answers show. */
public record StoredAsset(AssetState state, AssetNames names) {}
