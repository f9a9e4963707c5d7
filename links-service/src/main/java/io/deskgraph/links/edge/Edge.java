package io.deskgraph.links.edge;

import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.access.AssetRights;

/** An edge with both of its ends. */
public record Edge(AssetLinkState state, AssetCard from, AssetCard to) {

    /** Both ends count. */
    public boolean isOpenTo(AssetRights access, Verb verb) {
        return access.allows(verb, from) && access.allows(verb, to);
    }

    public boolean isParentChild() {
        return state.relationshipType().equals(EdgeTypes.PARENT_CHILD);
    }
}
