package io.deskgraph.links.copy;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.RebuildContract;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;

@QuarkusTest
class CopiesRebuiltTest extends RebuildContract {

    private static final String MADE_UP = """
            INSERT INTO asset_copies
            SELECT (jsonb_populate_record(a, jsonb_build_object('asset_id', '%s'::uuid))).*
            FROM asset_copies AS a WHERE tenant_id = ? LIMIT 1""";

    private final Desk desk = Desk.open();
    private final UUID asset = Ids.next();
    private final UUID gone = Ids.next();
    private final UUID ticket = Ids.next();

    @Override
    protected UUID tenant() {
        return desk.tenant();
    }

    @Override
    protected void history() {
        CopyHistory.of(desk, asset, gone, ticket);
        desk.assetIsDeleted(gone, 4);
        told(Topics.ASSETS, gone, 4);
        told(Topics.ASSETS, asset, 3);
        told(Topics.TICKETS, ticket, 3);
        told(Topics.BUNDLES, bundle(), 1);
    }

    private String bundle() {
        return Database.texts("SELECT bundle_id FROM bundle_members WHERE tenant_id = ?", desk.tenant())
                .get(0);
    }

    @Override
    protected List<String> copies() {
        return List.of("asset_copies", "ticket_copies", "reference_copies", "bundle_members");
    }

    @Override
    protected List<String> bystanders() {
        return List.of("departures", "ticket_asset_links");
    }

    @Override
    protected List<String> harm() {
        return List.of(
                "UPDATE asset_copies SET name = 'wrong' WHERE tenant_id = ?",
                "UPDATE ticket_copies SET title = 'wrong', version = 99 WHERE tenant_id = ?",
                "DELETE FROM reference_copies WHERE tenant_id = ?",
                "UPDATE bundle_members SET ticket_id = bundle_id WHERE tenant_id = ? AND role = 'child'",
                // One that never was, and one that is gone.
                MADE_UP.formatted(Ids.next()),
                MADE_UP.formatted(gone));
    }
}
