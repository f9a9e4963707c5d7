package io.deskgraph.links.access;

import io.deskgraph.kit.policy.Verb;

/** The caller's rights; the same question gets the same answer as long as they are held. */
public interface AssetRights {

    boolean allows(Verb verb, AssetCard asset);
}
