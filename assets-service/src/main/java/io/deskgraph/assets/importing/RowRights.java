package io.deskgraph.assets.importing;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.policy.Access;
import io.deskgraph.kit.policy.AssetAttributes;
import io.deskgraph.kit.policy.Rights;
import io.deskgraph.kit.policy.Verb;
import java.util.function.Supplier;

/** What the tenant's constraints let the author of an import do with an asset. */
record RowRights(Access reading, Access creating, Access changing) {

    static RowRights of(Rights rights) {
        return new RowRights(rights.assets(Verb.GET), rights.assets(Verb.POST), rights.assets(Verb.PUT));
    }

    boolean maySee(AssetState asset) {
        return reading.allows(AssetAttributes.of(asset));
    }

    boolean mayChange(AssetState asset) {
        return changing.allows(AssetAttributes.of(asset));
    }

    /** @param asset asked for only where it matters what it is */
    boolean mayCreate(Supplier<AssetState> asset) {
        return creating.isUnrestricted() || creating.allows(AssetAttributes.of(asset.get()));
    }
}
