package io.deskgraph.links.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.inbox.Rebuild;
import io.deskgraph.kit.test.Database;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Copies that were changed, lost or made up are as they were once they have been rebuilt. */
@QuarkusTest
class CopiesRebuiltTest {

    private static final List<String> TOPICS = List.of(Topics.ASSETS, Topics.TICKETS, Topics.BUNDLES);
    private static final List<String> TABLES = List.of(
            "asset_copies", "ticket_copies", "reference_copies", "bundle_members", "departures", "ticket_asset_links");
    private static final String MADE_UP = """
            INSERT INTO asset_copies
            SELECT (jsonb_populate_record(a, jsonb_build_object('asset_id', ?::uuid))).*
            FROM asset_copies AS a WHERE tenant_id = ? LIMIT 1""";

    @Inject
    Rebuild rebuild;

    private final Desk desk = Desk.open();
    private final UUID asset = Ids.next();
    private final UUID gone = Ids.next();
    private final UUID ticket = Ids.next();

    @Test
    void whateverHappenedToThemTheyAreAsTheyWere() {
        // Given
        history();
        Map<String, List<String>> before = dump();

        // When
        spoil("UPDATE asset_copies SET name = 'wrong' WHERE tenant_id = ?");
        spoil("UPDATE ticket_copies SET title = 'wrong', version = 99 WHERE tenant_id = ?");
        spoil("DELETE FROM reference_copies WHERE tenant_id = ?");
        spoil("UPDATE bundle_members SET ticket_id = bundle_id WHERE tenant_id = ? AND role = 'child'");
        assertEquals(1, Database.execute(MADE_UP, Ids.next(), desk.tenant()), "one that never was");
        assertEquals(1, Database.execute(MADE_UP, gone, desk.tenant()), "one that is gone");
        assertNotEquals(before, dump());
        TOPICS.forEach(rebuild::run);

        // Then
        assertEquals(before, dump());
    }

    private void history() {
        CopyHistory.of(desk, asset, gone, ticket);
        desk.assetIsDeleted(gone, 4);
        desk.applied(Topics.ASSETS, gone, 4);
    }

    private void spoil(String sql) {
        assertNotEquals(0, Database.execute(sql, desk.tenant()));
    }

    private Map<String, List<String>> dump() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLES.forEach(table -> rows.put(
                table,
                Database.texts("SELECT t::text FROM " + table + " t WHERE tenant_id = ? ORDER BY 1", desk.tenant())));
        return rows;
    }
}
