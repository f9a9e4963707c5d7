package io.deskgraph.assets.asset;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.asset.AssetCheckout;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.asset.CheckoutState;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The events of an asset; exactly one for each change. */
@Singleton
class AssetFacts {

    private final Outbox outbox;

    AssetFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> created(Tx tx, AssetState after) {
        return outbox.append(tx, fact(EventTypes.ASSET_CREATED, after, EventPayload.created(after)));
    }

    Uni<Void> updated(Tx tx, AssetState before, AssetState after) {
        return outbox.append(tx, updated(before, after));
    }

    Uni<Void> checkedOut(Tx tx, AssetState before, AssetState after, CheckoutState checkout) {
        return outbox.append(tx, fact(EventTypes.ASSET_CHECKED_OUT, after, AssetCheckout.of(before, after, checkout)));
    }

    Uni<Void> checkedIn(Tx tx, AssetState before, AssetState after, CheckoutState checkout) {
        return outbox.append(tx, checkedIn(before, after, checkout));
    }

    Uni<Void> deleted(Tx tx, AssetState before) {
        return outbox.append(tx, deleted(before));
    }

    Uni<Void> all(Tx tx, List<Fact> facts) {
        return outbox.append(tx, facts);
    }

    static Fact updated(AssetState before, AssetState after) {
        return fact(EventTypes.ASSET_UPDATED, after, EventPayload.changed(before, after));
    }

    static Fact checkedIn(AssetState before, AssetState after, CheckoutState checkout) {
        return fact(EventTypes.ASSET_CHECKED_IN, after, AssetCheckout.of(before, after, checkout));
    }

    static Fact deleted(AssetState before) {
        return Fact.of(
                Topics.ASSETS,
                EventTypes.ASSET_DELETED,
                before.assetId(),
                before.version() + 1,
                EventPayload.<AssetState>deleted());
    }

    private static Fact fact(String type, AssetState after, Object payload) {
        return Fact.of(Topics.ASSETS, type, after.assetId(), after.version(), payload);
    }
}
