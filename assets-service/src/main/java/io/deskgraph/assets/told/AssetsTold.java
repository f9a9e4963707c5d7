package io.deskgraph.assets.told;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.inbox.OwnTable;
import io.deskgraph.kit.inbox.OwnTables;
import jakarta.inject.Singleton;
import java.util.List;

/** What others hear of this service. */
@Singleton
class AssetsTold implements OwnTables {

    private static final OwnTable.Types ASSET = new OwnTable.Types(
            "io.deskgraph.asset.",
            EventTypes.ASSET_CREATED,
            EventTypes.ASSET_UPDATED,
            EventTypes.ASSET_DELETED,
            List.of());

    private static final String DEPARTED_DATABASE = """
            INSERT INTO deleted_databases (tenant_id, id, version) VALUES ($1, $2, $3::bigint)
            ON CONFLICT ON CONSTRAINT deleted_databases_pk DO UPDATE SET version = excluded.version""";

    @Override
    public List<OwnTable> all() {
        return List.of(
                OwnTable.of(Topics.ASSETS, "assets", "id", ASSET),
                lookUp(ReferenceState.CATEGORY, "categories"),
                lookUp(ReferenceState.LOCATION, "locations"),
                lookUp(ReferenceState.EMPLOYEE, "employees"),
                lookUp(ReferenceState.CUSTOM_FIELD, "custom_fields"),
                OwnTable.named(Topics.ASSETS, ReferenceState.DATABASE, "asset_databases", DEPARTED_DATABASE));
    }

    private static OwnTable lookUp(String kind, String table) {
        return OwnTable.reference(Topics.ASSETS, kind, table);
    }
}
