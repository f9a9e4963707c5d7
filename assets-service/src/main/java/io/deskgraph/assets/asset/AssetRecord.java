package io.deskgraph.assets.asset;

import io.deskgraph.assets.audit.AuditTrail;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.asset.CheckoutState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Puts a change on record and announces it. */
@Singleton
class AssetRecord {

    private final AuditTrail audit;
    private final AssetFacts facts;

    AssetRecord(AuditTrail audit, AssetFacts facts) {
        this.audit = audit;
        this.facts = facts;
    }

    Uni<Void> created(Tx tx, AssetState after) {
        return audit.created(tx, after).chain(() -> facts.created(tx, after));
    }

    Uni<Void> updated(Tx tx, AssetState before, AssetState after) {
        return audit.updated(tx, before, after).chain(() -> facts.updated(tx, before, after));
    }

    Uni<Void> checkedOut(Tx tx, AssetState before, AssetState after, CheckoutState checkout) {
        return audit.checkedOut(tx, before, after).chain(() -> facts.checkedOut(tx, before, after, checkout));
    }

    Uni<Void> checkedIn(Tx tx, AssetState before, AssetState after, CheckoutState checkout) {
        return audit.checkedIn(tx, before, after).chain(() -> facts.checkedIn(tx, before, after, checkout));
    }

    Uni<Void> deleted(Tx tx, AssetState before) {
        return audit.deleted(tx, before).chain(() -> facts.deleted(tx, before));
    }
}
