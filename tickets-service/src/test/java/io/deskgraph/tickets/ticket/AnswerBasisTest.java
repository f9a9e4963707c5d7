package io.deskgraph.tickets.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an answer is made from is all that it shows, and nothing more. */
@QuarkusTest
class AnswerBasisTest {

    /** Whoever writes these writes the ticket's next version in the same transaction. */
    private static final Set<String> COVERED_BY_THE_VERSION = Set.of("tickets", "ticket_tags", "document_associations");

    /** Part of what an answer is made from. */
    private static final String STAMPS = "ticket_context_stamps";

    private static final String STAMPED = """
            SELECT count(*) FROM pg_trigger g JOIN pg_proc f ON f.oid = g.tgfoid
            WHERE g.tgrelid = ?::regclass AND f.proname = 'stamp_ticket_context' AND g.tgenabled = 'O'
                AND g.tgdeferrable AND g.tginitdeferred AND g.tgtype & ? <> 0""";

    /** Whether a row that is shown cannot go, and a new one is not shown before something covered by the version changes. */
    private static final String HELD = """
            SELECT count(*) FROM pg_constraint c
            WHERE c.contype = 'f' AND c.confrelid = ?::regclass AND c.confdeltype IN ('a', 'r')
                AND c.conrelid::regclass::text = ANY (?)""";

    /** As pg_trigger has them. */
    private static final int INSERT = 4;

    private static final int DELETE = 8;
    private static final int UPDATE = 16;

    /** Found otherwise than by a reference of the ticket's, so that they come and go under it. */
    private static final Set<String> FOUND_OTHERWISE =
            Set.of("client_locations", "user_copies", "ticket_bundle_settings");

    @Inject
    Transactions transactions;

    @Inject
    ObjectMapper json;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    /** A table that is joined one day must be stamped too, or covered by the version. */
    @Test
    void everyTableThatIsReadIsCovered() throws IOException {
        Set<String> read = new TreeSet<>();
        relations(json.readTree(plan()), read);
        assertTrue(read.containsAll(Set.of("tickets", "tags", "documents", "user_copies", STAMPS)), read.toString());
        Set<String> uncovered = new TreeSet<>();

        read.removeAll(COVERED_BY_THE_VERSION);
        read.remove(STAMPS);
        for (String table : read) {
            if (!isCovered(table)) {
                uncovered.add(table);
            }
        }

        assertEquals(Set.of(), uncovered);
    }

    @Test
    void whatNoAnswerShowsStampsNothing() {
        String ticket = desk.ticket("tags", List.of("a"));
        String before = stamp();

        desk.create("/api/v1/clients", Map.of("client_name", "Another"), "client_id");
        desk.create("/api/v1/categories", Map.of("category_name", "Another"), "category_id");
        desk.request().body(Map.of("client_name", "Initech")).put("/api/v1/clients/" + desk.client);
        desk.ticket("tags", List.of("a", "b"));
        desk.put(ticket, "tags", List.of("a", "c")).statusCode(200);
        Database.execute("UPDATE user_copies SET first_name = first_name WHERE tenant_id = ?", desk.tenant);

        assertEquals(before, stamp());
    }

    @Test
    void aTransactionOfManyChangesStampsItsTenantOnceAndNobodyElse() throws SQLException {
        Desk other = new Desk();
        String others = stamp(other);
        String before = stamp();

        try (Connection owner = Database.connect("owner");
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE"); // to see what otherwise happens within the commit
            String first = changed(statement, "Ada");
            String second = changed(statement, "Grace");
            assertNotEquals(before, first);
            assertEquals(first, second);
            assertEquals(before, stamp());
            owner.commit();
            assertEquals(first, stamp());
        }

        assertEquals(others, stamp(other));
    }

    private boolean isCovered(String table) {
        boolean updates = isStamped(table, UPDATE);
        boolean comesAndGoes = isStamped(table, INSERT) && isStamped(table, DELETE);
        boolean held = !FOUND_OTHERWISE.contains(table) && isHeld(table);
        return updates && (comesAndGoes || held);
    }

    private static boolean isStamped(String table, int event) {
        return Database.count(STAMPED, table, event) > 0;
    }

    private static boolean isHeld(String table) {
        return Database.count(HELD, table, COVERED_BY_THE_VERSION.toArray(String[]::new)) > 0;
    }

    private String stamp() {
        return stamp(desk);
    }

    private static String stamp(Desk desk) {
        return Database.texts("SELECT (SELECT stamp FROM ticket_context_stamps WHERE tenant_id = ?)::text", desk.tenant)
                .get(0);
    }

    /** The stamp as this transaction has it after one more change. */
    private String changed(Statement statement, String name) throws SQLException {
        statement.execute("UPDATE user_copies SET first_name = '" + name + "' WHERE tenant_id = '" + desk.tenant + "'");
        try (ResultSet found = statement.executeQuery(
                "SELECT stamp FROM ticket_context_stamps WHERE tenant_id = '" + desk.tenant + "'")) {
            found.next();
            return found.getString(1);
        }
    }

    private String plan() {
        UUID any = UUID.fromString(desk.ticket());
        return transactions
                .run(desk.tenant, tx -> tx.sql("EXPLAIN (FORMAT JSON) " + TicketReader.READ, desk.tenant, any)
                        .map(rows -> String.valueOf(rows.iterator().next().getValue(0))))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static void relations(JsonNode node, Set<String> into) {
        if (node.has("Relation Name")) {
            into.add(node.get("Relation Name").asText());
        }
        node.forEach(child -> relations(child, into));
    }
}
