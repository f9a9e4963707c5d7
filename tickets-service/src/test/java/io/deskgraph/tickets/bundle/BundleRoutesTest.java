package io.deskgraph.tickets.bundle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a master decides is handed down, and locked on its children, whichever route it comes by. */
@QuarkusTest
class BundleRoutesTest {

    private BundleDesk bundles;
    private Desk desk;
    private String master;
    private String first;
    private String second;

    @BeforeEach
    void open() {
        bundles = new BundleDesk();
        desk = bundles.desk;
        master = desk.ticket();
        first = desk.ticket();
        second = desk.ticket();
        bundles.bundled(master, List.of(first, second));
    }

    static Stream<Arguments> routes() {
        return Stream.of(
                arguments("PUT", "", "status_id"),
                arguments("PATCH", "", "status_id"),
                arguments("PUT", "/status", "status_id"),
                arguments("PATCH", "/status", "status_id"),
                arguments("PUT", "/assignment", "assigned_to"),
                arguments("PATCH", "/assignment", "assigned_to"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteOfTheMasterReachesTheChildren(String method, String path, String field) {
        send(method, master, path, field)
                .statusCode(200)
                .body("meta.sync.updated", containsInAnyOrder(first, second))
                .body("meta.sync.skipped", empty());

        desk.read(first).body("data." + field, is(wanted(field)));
        desk.read(second).body("data." + field, is(wanted(field)));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteOfAChildIsLocked(String method, String path, String field) {
        int before = desk.version(first);

        send(method, first, path, field)
                .statusCode(409)
                .body("error.code", is("CONFLICT"))
                .body("error.details.locked_fields", contains(field))
                .body("error.details.master_ticket_id", is(master));

        assertEquals(before, desk.version(first));
        bundles.settings(master, "mode", "link_only").statusCode(200);
        send(method, first, path, field).statusCode(200);
    }

    @Test
    void theFirstAgentOfTheMasterIsTheAssigneeOfAllAndOfAChildRefused() {
        agent(first, desk.user).statusCode(409).body("error.details.locked_fields", contains("assigned_to"));
        agent(master, desk.user).statusCode(201);

        desk.read(second).body("data.assigned_to", is(desk.user.toString()));
    }

    @Test
    void whoBecomesTheAssigneeOfAChildIsNoAdditionalAgentOfItAnyMore() {
        UUID other = desk.user("Olga", "Other");
        desk.put(master, "assigned_to", desk.user).statusCode(200);
        agent(first, other).statusCode(201);

        desk.put(master, "assigned_to", other).statusCode(200);

        desk.request().get("/api/v1/tickets/" + first + "/agents").then().body("data.additional_agents", empty());
        agent(first, desk.user).statusCode(201);
        desk.put(master, "assigned_to", null).statusCode(200);
        desk.read(first).body("data.assigned_to", nullValue());
        desk.request().get("/api/v1/tickets/" + first + "/agents").then().body("data.additional_agents", empty());
    }

    @Test
    void aMasterWhoseBoardWantsNoOpenChildrenIsClosedAlongWithThem() {
        desk.closeRules(Map.of("require_no_open_children", true));
        bundles.settings(master, "mode", "link_only").statusCode(200);
        send("PUT", master, "/status", "status_id")
                .statusCode(400)
                .body("error.details[0].rule", is("open_children"))
                .body("error.details[0].open_children_count", is(2));

        bundles.settings(master, "mode", "sync_updates").statusCode(200);
        send("PUT", master, "/status", "status_id").statusCode(200);

        desk.read(first).body("data.is_closed", is(true));
    }

    @Test
    void theHistoryOfEachTicketTellsWhatWasHandedDown() {
        send("PUT", master, "/status", "status_id").statusCode(200);

        desk.request()
                .get("/api/v1/tickets/" + first + "/activity")
                .then()
                .statusCode(200)
                .body("data", hasSize(not(0)))
                .body("data[0].event_type", is("TICKET_STATUS_CHANGED"))
                .body("data[0].changes.status_id.new", is(desk.closed));
    }

    private ValidatableResponse send(String method, String ticket, String path, String field) {
        return desk.request()
                .body(Map.of(field, wanted(field)))
                .request(method, "/api/v1/tickets/" + ticket + path)
                .then();
    }

    private String wanted(String field) {
        return field.equals("status_id") ? desk.closed : desk.user.toString();
    }

    private ValidatableResponse agent(String ticket, UUID user) {
        return desk.request()
                .body(Map.of("user_id", user))
                .post("/api/v1/tickets/" + ticket + "/agents")
                .then();
    }
}
