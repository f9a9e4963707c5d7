package io.deskgraph.links.association;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With 100,000 links each list goes through its index, also behind row-level security. */
@QuarkusTest
class ListPlansTest {

    private static final Pattern BIG_SCAN =
            Pattern.compile("Seq Scan on (ticket_asset_links|asset_copies|ticket_copies)");

    private final UUID tenant = Ids.next();

    @BeforeEach
    void manyLinks() {
        Database.execute("""
                INSERT INTO asset_copies (tenant_id, asset_id, version, number, database_id, asset_tag, name, asset_type,
                                          status, notes, extension_data, tags, created_at, updated_at)
                SELECT ?, md5('a' || n)::uuid, 1, n, 'default', 'T' || n, 'N', 'server', 'available', '', '{}', '{}',
                       now(), now()
                FROM generate_series(1, 5000) n""", tenant);
        Database.execute("""
                INSERT INTO ticket_copies (tenant_id, ticket_id, version, ticket_number, title, is_closed, entered_at,
                                           updated_at)
                SELECT ?, md5('t' || n)::uuid, 1, 'TIC' || n, 'T', false, now(), now()
                FROM generate_series(1, 50000) n""", tenant);
        Database.execute("""
                INSERT INTO ticket_asset_links (tenant_id, link_id, asset_id, ticket_id, created_by, created_at)
                SELECT ?, gen_random_uuid(), md5('a' || (n % 5000 + 1))::uuid, md5('t' || (n / 2 + 1))::uuid,
                       gen_random_uuid(), now()
                FROM generate_series(0, 99999) n""", tenant);
        Database.execute("ANALYZE asset_copies, ticket_copies, ticket_asset_links");
    }

    @Test
    void bothListsGoThroughTheirIndexes() throws SQLException {
        String tickets = explain(AssociationLists.TICKETS_OF_ASSET, "a7");
        String assets = explain(AssociationLists.ASSETS_OF_TICKET, "t7");

        assertTrue(tickets.contains("ticket_asset_links_pair_uk"), tickets);
        assertTrue(assets.contains("ticket_asset_links_ticket_ix"), assets);
        assertFalse(BIG_SCAN.matcher(tickets + assets).find(), tickets + assets);
    }

    private String explain(String sql, String seed) throws SQLException {
        try (Connection app = Database.connect("app")) {
            app.setAutoCommit(false);
            app.createStatement().execute("SELECT set_config('app.tenant', '" + tenant + "', true)");
            String bound = sql.replace("$1", "'" + tenant + "'::uuid").replace("$2", "md5('" + seed + "')::uuid");
            StringBuilder plan = new StringBuilder();
            try (var lines = app.createStatement().executeQuery("EXPLAIN " + bound)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
