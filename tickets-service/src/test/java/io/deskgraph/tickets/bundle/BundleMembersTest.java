package io.deskgraph.tickets.bundle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BundleMembersTest {

    private BundleDesk bundles;
    private Desk desk;
    private String master;
    private String first;
    private String second;

    @BeforeEach
    void open() {
        bundles = new BundleDesk();
        desk = bundles.desk;
        master = desk.ticket("title", "Master");
        first = desk.ticket("title", "First");
        second = desk.ticket("title", "Second");
    }

    @Test
    void aTicketAloneIsItsOwnMaster() {
        bundles.read(master)
                .statusCode(200)
                .body(
                        "data",
                        equalTo(mapOf(
                                "role",
                                "standalone",
                                "master_ticket_id",
                                master,
                                "master",
                                member(master, "TIC1000", "Master"),
                                "children",
                                List.of(),
                                "settings",
                                null)));
    }

    @Test
    void aBundleIsMadeOfDistinctChildrenWithoutTheMaster() {
        bundles.bundle(master, "child_ticket_ids", List.of(second, first, second, master))
                .statusCode(201)
                .header("Location", "/api/v1/tickets/" + master + "/bundle")
                .body(
                        "",
                        equalTo(Map.of(
                                "data",
                                Map.of(
                                        "masterTicketId",
                                        master,
                                        "childTicketIds",
                                        List.of(second, first),
                                        "mode",
                                        "sync_updates"))));

        Map<String, Object> same = mapOf(
                "master_ticket_id", master,
                "master", member(master, "TIC1000", "Master"),
                "children", List.of(member(first, "TIC1001", "First"), member(second, "TIC1002", "Second")),
                "settings", Map.of("mode", "sync_updates", "reopen_on_child_reply", false));
        bundles.read(master).header("ETag", startsWith("\"1-")).body("data", equalTo(with(same, "role", "master")));
        bundles.read(first).body("data", equalTo(with(same, "role", "child")));
        desk.read(master).body("data.bundle_role", is("master")).body("data.master_ticket_id", nullValue());
        desk.read(first).body("data.bundle_role", is("child")).body("data.master_ticket_id", is(master));
        desk.request()
                .get("/api/v1/tickets?sort=ticket_number&order=asc")
                .then()
                .body("data.bundle_role", contains("master", "child", "child"));
    }

    @Test
    void joiningChangesNothingButTheMembershipAndWhoDidIt() {
        String other = desk.ticket("status_id", desk.closed, "assigned_to", desk.user);
        bundles.bundled(master, List.of(other));

        desk.read(other)
                .body("data.status_id", is(desk.closed))
                .body("data.assigned_to", is(desk.user.toString()))
                .body("data.updated_by", is("01970000-0000-7000-8000-0000000000aa"))
                .body("data.updated_at", notNullValue());
        assertEquals(2, desk.version(other));
        assertEquals(1, desk.version(master));
    }

    @Test
    void moreChildrenAndAnotherModeForABundleThatIsThere() {
        bundles.bundled(master, List.of(first), "mode", "link_only");
        bundles.settings(master, "reopen_on_child_reply", true).statusCode(200);

        bundles.bundle(master, "child_ticket_ids", List.of(second)).statusCode(201);

        bundles.read(master)
                .body("data.children.ticket_id", contains(first, second))
                .body("data.settings", equalTo(Map.of("mode", "sync_updates", "reopen_on_child_reply", true)));
    }

    @Test
    void childrenAddedToATicketAloneMakeABundleWithDefaults() {
        bundles.add(master, first, first, master)
                .statusCode(200)
                .body("", equalTo(Map.of("data", Map.of("masterTicketId", master, "childTicketIds", List.of(first)))));

        bundles.read(master)
                .body("data.settings", equalTo(Map.of("mode", "sync_updates", "reopen_on_child_reply", false)));
        bundles.settings(master, "mode", "link_only").statusCode(200);
        bundles.add(master, second).statusCode(200);
        bundles.read(master).body("data.settings.mode", is("link_only")).body("data.children.size()", is(2));
    }

    @Test
    void oneBadChildRefusesAll() {
        String elsewhere = desk.ticket();
        String otherMaster = desk.ticket();
        bundles.bundled(otherMaster, List.of(elsewhere));
        String unknown = Ids.next().toString();

        for (String path : List.of("", "/children")) {
            refused(path, List.of(first, unknown), 404, "Child ticket not found: " + unknown);
            refused(path, List.of(first, elsewhere), 409, "Ticket is already bundled: " + bundles.number(elsewhere));
            refused(
                    path,
                    List.of(first, otherMaster),
                    409,
                    "Ticket " + bundles.number(otherMaster) + " is already a bundle master and has children");
            refused(path, List.of(master), 400, "Validation failed");
            refused(path, List.of(), 400, "Validation failed");
        }

        bundles.read(first).body("data.role", is("standalone"));
        assertEquals(1, desk.version(first));
    }

    @Test
    void whatIsWrongFirstIsToldFirst() {
        String elsewhere = desk.ticket();
        String otherMaster = desk.ticket();
        bundles.bundled(otherMaster, List.of(elsewhere));
        List<String> both = List.of(elsewhere, otherMaster);

        refused(
                "",
                both,
                409,
                "Ticket " + bundles.number(otherMaster) + " is already a bundle master and has children");
        refused("/children", both, 409, "Ticket is already bundled: " + bundles.number(elsewhere));
        bundles.bundle(elsewhere, "child_ticket_ids", both)
                .statusCode(400)
                .body("message", is("Cannot select a child ticket as the master."));
        bundles.bundle(Ids.next().toString(), "child_ticket_ids", both)
                .statusCode(404)
                .body("message", is("Master ticket not found."));
    }

    @Test
    void severalMastersAreNamedTogether() {
        bundles.bundled(first, List.of(desk.ticket()));
        bundles.bundled(second, List.of(desk.ticket()));

        refused(
                "",
                List.of(first, second),
                409,
                "Tickets TIC1001, TIC1002 are already bundle masters and have children");
    }

    @Test
    void malformedRequestsSayWhere() {
        bundles.bundle("nonsense", "child_ticket_ids", List.of(first))
                .statusCode(400)
                .body("message", is("Invalid ticket ID format"));
        bundles.bundle(master).statusCode(400).body("error.details[0].pointer", is("/child_ticket_ids"));
        bundles.bundle(master, "child_ticket_ids", List.of(first), "mode", "both")
                .statusCode(400)
                .body("error.details[0].pointer", is("/mode"));
        bundles.bundle(master, "child_ticket_ids", List.of("x"))
                .statusCode(400)
                .body("error.details[0].pointer", is("/child_ticket_ids/0"));
        bundles.remove(master, "nonsense").statusCode(400);
        bundles.read("nonsense").statusCode(400);
        bundles.read(Ids.next().toString()).statusCode(404).body("message", is("Ticket not found"));
        desk.request()
                .body("{\"child_ticket_ids\":")
                .post("/api/v1/tickets/" + master + "/bundle")
                .then()
                .statusCode(400);
        desk.request()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/tickets/" + master + "/bundle/children")
                .then()
                .statusCode(415);
    }

    @Test
    void aClosedMasterTakesOpenTicketsOnlyWhenTold() {
        desk.put(master, "status_id", desk.closed).statusCode(200);
        String closed = desk.ticket("status_id", desk.closed);

        bundles.bundle(master, "child_ticket_ids", List.of(closed, first))
                .statusCode(409)
                .body("error.details.blocking", contains(first));
        bundles.add(master, first).statusCode(409);
        bundles.add(master, closed).statusCode(200);
        bundles.bundle(master, "child_ticket_ids", List.of(first), "allow_closed_master", true)
                .statusCode(201);
        desk.request()
                .body(Map.of("child_ticket_ids", List.of(second), "allow_closed_master", true))
                .post("/api/v1/tickets/" + master + "/bundle/children")
                .then()
                .statusCode(200);

        desk.read(first).body("data.is_closed", is(false));
    }

    @Test
    void childrenLeaveOneByOneAndTheLastTakesTheBundleAlong() {
        bundles.bundled(master, List.of(first, second));

        bundles.remove(master, first)
                .statusCode(200)
                .body(
                        "",
                        equalTo(Map.of(
                                "data",
                                Map.of("masterTicketId", master, "childTicketId", first, "remainingChildren", 1))));
        bundles.remove(master, first).statusCode(400).body("message", is("Ticket is not bundled"));
        bundles.remove(master, second).statusCode(200).body("data.remainingChildren", is(0));

        bundles.read(master).body("data.role", is("standalone")).body("data.settings", nullValue());
        assertEquals(0, Database.count("SELECT count(*) FROM ticket_bundle_settings WHERE tenant_id = ?", desk.tenant));
    }

    @Test
    void aChildIsLetGoByItsOwnMasterOnly() {
        String other = desk.ticket();
        bundles.bundled(master, List.of(first));
        bundles.bundled(other, List.of(second));

        bundles.remove(other, first).statusCode(404).body("message", is("Ticket is not in this bundle"));
        bundles.remove(first, first).statusCode(404);
        bundles.remove(Ids.next().toString(), first).statusCode(404).body("message", is("Ticket not found"));
        bundles.remove(master, Ids.next().toString()).statusCode(404);
        bundles.read(first).body("data.role", is("child"));
    }

    @Test
    void unbundlingLetsAllGo() {
        bundles.bundled(master, List.of(first, second));

        bundles.unbundle(first).statusCode(400).body("message", is("Cannot unbundle from a child ticket id"));
        bundles.unbundle(master)
                .statusCode(200)
                .body("data.masterTicketId", is(master))
                .body("data.childTicketIds", contains(first, second));
        bundles.unbundle(master).statusCode(200).body("data.childTicketIds", empty());

        bundles.read(second).body("data.role", is("standalone"));
        bundles.unbundle(Ids.next().toString()).statusCode(404).body("message", is("Master ticket not found"));
    }

    @Test
    void theDatabaseItselfKeepsBundlesOneLevelDeep() {
        bundles.bundled(master, List.of(first));

        String child = "UPDATE tickets SET master_ticket_id = ? WHERE id = ?";
        fails(child, UUID.fromString(second), UUID.fromString(master));
        fails(child, UUID.fromString(first), UUID.fromString(second));
        fails("DELETE FROM ticket_bundle_settings WHERE master_ticket_id = ?", UUID.fromString(master));
    }

    private void fails(String sql, Object... args) {
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class, () -> Database.execute(sql, args), sql);
    }

    private void refused(String path, List<String> children, int status, String message) {
        desk.request()
                .body(Map.of("child_ticket_ids", children))
                .post("/api/v1/tickets/" + master + "/bundle" + path)
                .then()
                .statusCode(status)
                .body("message", is(message));
    }

    private Map<String, Object> member(String id, String number, String title) {
        return mapOf(
                "ticket_id",
                id,
                "ticket_number",
                number,
                "title",
                title,
                "status_id",
                desk.open,
                "client_id",
                desk.client);
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(map);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> mapOf(Object... members) {
        Map<String, Object> map = new java.util.HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            map.put((String) members[i], members[i + 1]);
        }
        return map;
    }
}
