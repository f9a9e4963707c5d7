package io.deskgraph.assets.asset;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The events of an asset; exactly one for each change. */
@Singleton
class AssetFacts {

    private final Outbox outbox;

    AssetFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> created(Tx tx, AssetState after) {
        return append(tx, EventTypes.ASSET_CREATED, after, after.version(), EventPayload.created(after));
    }

    Uni<Void> updated(Tx tx, AssetState before, AssetState after) {
        return append(tx, EventTypes.ASSET_UPDATED, after, after.version(), EventPayload.changed(before, after));
    }

    Uni<Void> deleted(Tx tx, AssetState before) {
        return append(tx, EventTypes.ASSET_DELETED, before, before.version() + 1, EventPayload.deleted());
    }

    private Uni<Void> append(Tx tx, String type, AssetState asset, long version, EventPayload<AssetState> payload) {
        return outbox.append(tx, Fact.of(Topics.ASSETS, type, asset.assetId(), version, payload));
    }
}
