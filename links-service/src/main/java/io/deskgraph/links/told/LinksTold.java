package io.deskgraph.links.told;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.inbox.OwnTable;
import io.deskgraph.kit.inbox.OwnTables;
import jakarta.inject.Singleton;
import java.util.List;

/** What others hear of this service. */
@Singleton
class LinksTold implements OwnTables {

    /** A link to a ticket is made and removed, never changed. */
    private static final OwnTable.Types ASSOCIATION = new OwnTable.Types(
            "io.deskgraph.ticket_asset.",
            EventTypes.TICKET_ASSET_LINKED,
            EventTypes.TICKET_ASSET_LINKED,
            EventTypes.TICKET_ASSET_UNLINKED,
            List.of("asset_id", "ticket_id"));

    private static final OwnTable.Types EDGE = new OwnTable.Types(
            "io.deskgraph.asset_link.",
            EventTypes.ASSET_LINK_CREATED,
            EventTypes.ASSET_LINK_UPDATED,
            EventTypes.ASSET_LINK_DELETED,
            List.of("from_asset_id", "to_asset_id", "relationship_type"));

    @Override
    public List<OwnTable> all() {
        return List.of(
                OwnTable.of(Topics.LINKS, "ticket_asset_links", "link_id", ASSOCIATION),
                OwnTable.of(Topics.LINKS, "asset_links", "link_id", EDGE));
    }
}
