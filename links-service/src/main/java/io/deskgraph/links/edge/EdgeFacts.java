package io.deskgraph.links.edge;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.link.AssetLinkDeleted;
import io.deskgraph.contracts.link.AssetLinkState;
import java.util.Map;

/** What subscribers are told about edges. */
final class EdgeFacts {

    private EdgeFacts() {}

    static Fact created(AssetLinkState edge) {
        return fact(EventTypes.ASSET_LINK_CREATED, edge, edge.version(), EventPayload.created(edge));
    }

    static Fact updated(AssetLinkState edge, Map<String, Change> changed) {
        return fact(EventTypes.ASSET_LINK_UPDATED, edge, edge.version(), new EventPayload<>(edge, changed));
    }

    static Fact deleted(AssetLinkState edge) {
        return fact(EventTypes.ASSET_LINK_DELETED, edge, edge.version() + 1, AssetLinkDeleted.of(edge));
    }

    private static Fact fact(String type, AssetLinkState edge, long version, Object payload) {
        return Fact.of(Topics.LINKS, type, edge.linkId(), version, payload);
    }
}
