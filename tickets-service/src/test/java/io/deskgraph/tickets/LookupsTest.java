package io.deskgraph.tickets;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LookupsTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void aBoardHasTheseMembersAndDefaults() {
        post("boards", Map.of("board_name", "Facilities", "default_priority_id", desk.priority))
                .statusCode(201)
                .header("ETag", matchesPattern("\"1-[\\w-]+\""))
                .body(
                        "data.keySet()",
                        equalTo(Set.of(
                                "board_id",
                                "board_name",
                                "description",
                                "display_order",
                                "is_default",
                                "is_inactive",
                                "category_type",
                                "priority_type",
                                "default_assigned_to",
                                "default_assigned_team_id",
                                "default_priority_id",
                                "enable_live_ticket_timer",
                                "close_rules",
                                "tenant")))
                .body(
                        "data.close_rules",
                        equalTo(Map.of(
                                "require_resolution_comment",
                                false,
                                "require_time_entry",
                                false,
                                "require_no_open_children",
                                false,
                                "required_fields",
                                List.of())))
                .body("data.category_type", is("custom"))
                .body("data.display_order", is(0))
                .body("data.is_default", is(false))
                .body("data.default_priority_id", is(desk.priority))
                .body("data.tenant", is(desk.tenant.toString()));
    }

    @Test
    void aBoardSaysWhatItAsksForBeforeATicketIsClosed() {
        Map<String, Object> rules = Map.of("require_time_entry", true, "required_fields", List.of("assigned_to"));
        String board = desk.create("/api/v1/boards", Map.of("board_name", "Strict", "close_rules", rules), "board_id");

        desk.request()
                .get("/api/v1/boards/" + board)
                .then()
                .body("data.close_rules.require_time_entry", is(true))
                .body("data.close_rules.require_resolution_comment", is(false))
                .body("data.close_rules.required_fields", equalTo(List.of("assigned_to")));
        post("boards", Map.of("board_name", "Odd", "close_rules", Map.of("required_fields", List.of("title"))))
                .statusCode(400)
                .body("error.details[0].pointer", is("/close_rules/required_fields/0"));
    }

    @Test
    void namesAreUniqueAndThereIsOneDefault() {
        post("boards", Map.of("board_name", "SUPPORT")).statusCode(409).body("error.code", is("CONFLICT"));
        post("boards", Map.of("board_name", "A", "is_default", true)).statusCode(201);
        post("boards", Map.of("board_name", "B", "is_default", true)).statusCode(409);
        post("priorities", Map.of("priority_name", "high")).statusCode(409);
        post("priorities", Map.of("priority_name", "high", "item_type", "project_task"))
                .statusCode(201);
        post("clients", Map.of("client_name", "INITECH")).statusCode(409);
        post("statuses", status("open")).statusCode(409);
        post("statuses", status("X", "order_number", 1)).statusCode(409);
        post("statuses", status("D1", "is_default", true)).statusCode(201);
        post("statuses", status("D2", "is_default", true)).statusCode(409);
        assertEquals(2, Database.count("SELECT count(*) FROM boards WHERE tenant_id = ?", desk.tenant));
    }

    @Test
    void aStatusGoesBehindTheOthersOfItsBoard() {
        post("statuses", status("Waiting", "color", "#00ff00", "icon", "clock"))
                .statusCode(201)
                .body(
                        "data.keySet()",
                        equalTo(Set.of(
                                "status_id",
                                "name",
                                "status_type",
                                "board_id",
                                "is_closed",
                                "is_default",
                                "order_number",
                                "color",
                                "icon",
                                "tenant")))
                .body("data.order_number", is(3))
                .body("data.color", is("#00ff00"));
    }

    @Test
    void aStatusOfTicketsHasABoardAndNoOtherHasOne() {
        refused("statuses", Map.of("name", "x", "status_type", "ticket"), "/board_id");
        refused("statuses", Map.of("name", "x", "status_type", "ticket", "board_id", Ids.next()), "/board_id");
        refused("statuses", Map.of("name", "x", "status_type", "project", "board_id", desk.board), "/board_id");
        post("statuses", Map.of("name", "x", "status_type", "project"))
                .statusCode(201)
                .body("data.board_id", nullValue());
    }

    @Test
    void whatIsWrongIsNamed() {
        refused("boards", Map.of(), "/board_name");
        refused("boards", Map.of("board_name", " "), "/board_name");
        refused("boards", Map.of("board_name", "x".repeat(256)), "/board_name");
        refused("boards", Map.of("board_name", "x", "description", "x".repeat(1001)), "/description");
        refused("boards", Map.of("board_name", "x", "category_type", "y"), "/category_type");
        refused("boards", Map.of("board_name", "x", "display_order", "y"), "/display_order");
        refused("statuses", status("x", "color", "red"), "/color");
        refused("statuses", status("x", "status_type", "y"), "/status_type");
        refused("statuses", status("x", "icon", "x".repeat(51)), "/icon");
        refused("priorities", Map.of("priority_name", "x", "item_type", "y"), "/item_type");
        refused("clients", Map.of("client_name", "x", "email", "y"), "/email");
        refused("boards", Map.of("board_name", "x", "default_priority_id", Ids.next()), "/default_priority_id");
        refused("boards", Map.of("board_name", "x", "default_assigned_to", Ids.next()), "/default_assigned_to");
    }

    @Test
    void listsArePagedSortedAndFiltered() {
        post("boards", Map.of("board_name", "Hidden", "is_inactive", true));
        post("boards", Map.of("board_name", "First", "display_order", -1));
        post("boards", Map.of("board_name", "Also", "display_order", 0));

        list("boards")
                .body("keySet()", equalTo(Set.of("data", "pagination", "meta")))
                .body("data.board_name", contains("First", "Also", "Support"))
                .body("pagination.total", is(3))
                .body("meta.sort", is("default"))
                .body("meta.order", is("asc"));
        list("boards?include_inactive=true&sort=board_name&order=desc")
                .body("data.board_name", contains("Support", "Hidden", "First", "Also"));
        list("boards?search=FIR").body("data.board_name", contains("First"));
        list("statuses?type=ticket&board_id=" + desk.board).body("data.name", contains("Open", "Closed"));
        list("statuses?search=clo&x=1").body("data.name", contains("Closed")).header("X-Ignored-Parameters", "x");
        list("priorities?item_type=project_task").body("data.size()", is(0));
        list("clients?client_name=init&is_inactive=false").body("data.client_name", contains("Initech"));
        list("boards?cursor=&limit=1")
                .body("data.board_name", contains("First"))
                .body("pagination.hasNext", is(true));
    }

    @Test
    void secondPagesByCursorFollowBothKeysOfTheDefaultOrder() {
        post("boards", Map.of("board_name", "Also", "display_order", 0));
        String next = list("boards?cursor=&limit=1").extract().path("pagination.nextCursor");

        list("boards?limit=1&cursor=" + next)
                .body("data.board_name", contains("Support"))
                .body("pagination.nextCursor", nullValue());
    }

    @Test
    void statusesOfTicketsAreListedPerBoard() {
        desk.request()
                .get("/api/v1/statuses?type=ticket")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", is("/board_id"));
    }

    @Test
    void aClientHasTheseMembers() {
        list("clients")
                .body(
                        "data[0].keySet()",
                        equalTo(Set.of(
                                "client_id",
                                "client_name",
                                "email",
                                "phone_no",
                                "url",
                                "is_inactive",
                                "billing_cycle",
                                "tenant",
                                "created_at",
                                "updated_at")));
        list("priorities")
                .body(
                        "data[0].keySet()",
                        equalTo(Set.of(
                                "priority_id",
                                "priority_name",
                                "description",
                                "order_number",
                                "color",
                                "item_type",
                                "is_from_itil_standard",
                                "tenant")));
    }

    @Test
    void aRepeatedKeyMakesOneBoard() {
        for (int i = 0; i < 2; i++) {
            desk.request()
                    .header("Idempotency-Key", "k")
                    .body(Map.of("board_name", "Once"))
                    .post("/api/v1/boards")
                    .then()
                    .statusCode(201)
                    .body("data.board_name", is("Once"));
        }
        assertEquals(2, Database.count("SELECT count(*) FROM boards WHERE tenant_id = ?", desk.tenant));
    }

    private Map<String, Object> status(String name, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "status_type", "ticket", "board_id", desk.board));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private ValidatableResponse post(String kind, Map<String, ?> body) {
        return desk.request().body(body).post("/api/v1/" + kind).then();
    }

    private void refused(String kind, Map<String, ?> body, String pointer) {
        post(kind, body)
                .statusCode(400)
                .body("error.code", is("VALIDATION_ERROR"))
                .body("error.details[0].pointer", is(pointer));
    }

    private ValidatableResponse list(String kind) {
        return desk.request().get("/api/v1/" + kind).then().statusCode(200);
    }
}
