package io.deskgraph.kit.note;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.inbox.OwnTable;
import io.deskgraph.kit.inbox.OwnTables;
import jakarta.inject.Singleton;
import java.util.List;

/** Notes, as if they were links of assets. */
@Singleton
class NotesTold implements OwnTables {

    private static final OwnTable.Types NOTE = new OwnTable.Types(
            "io.deskgraph.asset_link.",
            EventTypes.ASSET_LINK_CREATED,
            EventTypes.ASSET_LINK_UPDATED,
            EventTypes.ASSET_LINK_DELETED,
            List.of("text"));

    @Override
    public List<OwnTable> all() {
        return List.of(OwnTable.of(Topics.LINKS, "notes", "id", NOTE));
    }
}
