package io.deskgraph.tickets.lookup;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What refers to a look-up keeps it, and what others rely on in it. */
@QuarkusTest
class DependantsTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void aBoardStaysWhileItHasTicketsStatusesOrCategories() {
        desk.ticket();
        make("categories", Map.of("category_name", "A", "board_id", desk.board), "category_id");

        inUse(delete("boards/" + desk.board), Map.of("tickets", 1, "statuses", 2, "categories", 1));
        String empty = make("boards", Map.of("board_name", "Empty"), "board_id");
        delete("boards/" + empty).statusCode(204);
    }

    @Test
    void aStatusThatTicketsHaveStaysAndKeepsItsFlag() {
        desk.ticket();

        inUse(delete("statuses/" + desk.open), Map.of("tickets", 1));
        inUse(put("statuses/" + desk.open, Map.of("is_closed", true)), Map.of("tickets", 1));
        put("statuses/" + desk.open, Map.of("name", "Opened", "is_default", true))
                .statusCode(200)
                .body("data.is_closed", is(false));
        put("statuses/" + desk.closed, Map.of("is_closed", false)).statusCode(200);
    }

    @Test
    void aStatusStaysOnItsBoardAndOfItsType() {
        String other = make("boards", Map.of("board_name", "Other"), "board_id");

        refused(put("statuses/" + desk.open, Map.of("board_id", other)), "/board_id");
        refused(put("statuses/" + desk.open, Map.of("status_type", "project")), "/status_type");
        put("statuses/" + desk.open, Map.of("order_number", 2))
                .statusCode(409)
                .body("error.details.fields", equalTo(List.of("order_number")));
    }

    @Test
    void aPriorityStaysWhileTicketsOrBoardsHaveIt() {
        desk.ticket();
        put("boards/" + desk.board, Map.of("default_priority_id", desk.priority))
                .statusCode(200);

        inUse(delete("priorities/" + desk.priority), Map.of("tickets", 1, "boards", 1));
        refused(put("priorities/" + desk.priority, Map.of("item_type", "project_task")), "/item_type");
        String task = make("priorities", Map.of("priority_name", "T", "item_type", "project_task"), "priority_id");
        refused(put("boards/" + desk.board, Map.of("default_priority_id", task)), "/default_priority_id");
    }

    @Test
    void aClientStaysWhileAnythingIsItsOwn() {
        desk.ticket();
        String location = make(
                "clients/" + desk.client + "/locations",
                Map.of("location_name", "HQ", "is_default", true),
                "location_id");
        make("contacts", Map.of("full_name", "Ada", "client_id", desk.client), "contact_name_id");
        Database.execute(
                "INSERT INTO asset_copies (tenant_id, id, database_id, asset_tag, name, asset_type, status, client_id)"
                        + " VALUES (?, ?, 'default', 'A', 'A', 'x', 'available', ?)",
                desk.tenant,
                Ids.next(),
                UUID.fromString(desk.client));

        inUse(delete("clients/" + desk.client), Map.of("tickets", 1, "contacts", 1, "locations", 1, "assets", 1));
        delete("clients/" + desk.client + "/locations/" + location).statusCode(204);
    }

    @Test
    void aLocationIsOfOneClientAndOneIsTheDefault() {
        String path = "clients/" + desk.client + "/locations";
        String location = make(path, Map.of("location_name", "HQ", "is_default", true), "location_id");
        String other = make("clients", Map.of("client_name", "Other"), "client_id");
        desk.ticket("location_id", location);

        inUse(delete(path + "/" + location), Map.of("tickets", 1));
        post(path, Map.of("location_name", "Depot", "is_default", true)).statusCode(409);
        desk.request()
                .get("/api/v1/clients/" + other + "/locations/" + location)
                .then()
                .statusCode(404);
        put("clients/" + other + "/locations/" + location, Map.of("phone", "1")).statusCode(404);
        delete("clients/" + other + "/locations/" + location).statusCode(404);
        make("clients/" + other + "/locations", Map.of("location_name", "hq"), "location_id");
        post("clients/" + Ids.next() + "/locations", Map.of("location_name", "x"))
                .statusCode(404);
        desk.request()
                .get("/api/v1/clients/" + Ids.next() + "/locations")
                .then()
                .statusCode(404);
        desk.request()
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .body("data.location_id", equalTo(List.of(location)));
    }

    @Test
    void aContactWithTicketsStaysWithItsClient() {
        String contact = make("contacts", Map.of("full_name", "Ada", "client_id", desk.client), "contact_name_id");
        String other = make("clients", Map.of("client_name", "Other"), "client_id");
        desk.ticket("contact_name_id", contact);

        inUse(delete("contacts/" + contact), Map.of("tickets", 1));
        inUse(put("contacts/" + contact, Map.of("client_id", other)), Map.of("tickets", 1));
        put("contacts/" + contact, Map.of("full_name", "Ada L.", "is_inactive", true))
                .statusCode(200);
        refused(post("contacts", Map.of("full_name", "x", "client_id", Ids.next())), "/client_id");
        refused(post("contacts", Map.of("full_name", "x", "email", "nope")), "/email");
    }

    @Test
    void aCategoryHasTwoLevelsOnOneBoard() {
        String top = make("categories", Map.of("category_name", "Hardware", "board_id", desk.board), "category_id");
        String sub = make("categories", Map.of("category_name", "Printer", "parent_category", top), "category_id");
        String other = make("boards", Map.of("board_name", "Other"), "board_id");

        desk.request().get("/api/v1/categories/" + sub).then().body("data.board_id", is(desk.board));
        refused(post("categories", Map.of("category_name", "x", "parent_category", sub)), "/parent_category");
        refused(post("categories", Map.of("category_name", "x", "parent_category", Ids.next())), "/parent_category");
        refused(post("categories", Map.of("category_name", "x", "board_id", Ids.next())), "/board_id");
        refused(
                post("categories", Map.of("category_name", "x", "parent_category", top, "board_id", other)),
                "/board_id");
        refused(put("categories/" + sub, Map.of("board_id", other)), "/board_id");
        Map<String, Object> free = new HashMap<>();
        free.put("parent_category", null);
        refused(put("categories/" + sub, free), "/parent_category");
        desk.ticket("category_id", top, "subcategory_id", sub);
        inUse(delete("categories/" + top), Map.of("tickets", 1, "subcategories", 1));
        inUse(delete("categories/" + sub), Map.of("tickets", 1));
    }

    @Test
    void aProductStaysWhileMaterialsOrTimeEntriesHaveIt() {
        String product = make(
                "products",
                Map.of("service_name", "Toner", "item_kind", "product", "currency_code", "EUR"),
                "service_id");
        String ticket = desk.ticket();
        Database.execute(
                "INSERT INTO ticket_materials (tenant_id, id, ticket_id, client_id, service_id, quantity, rate,"
                        + " currency_code, created_at, updated_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, 1, 1, 'EUR', now(), now(), 1)",
                desk.tenant,
                Ids.next(),
                UUID.fromString(ticket),
                UUID.fromString(desk.client),
                UUID.fromString(product));

        inUse(delete("products/" + product), Map.of("materials", 1));
        refused(put("products/" + product, Map.of("default_rate", -1)), "/default_rate");
        refused(put("products/" + product, Map.of("currency_code", "euro")), "/currency_code");
        refused(put("products/" + product, Map.of("item_kind", "thing")), "/item_kind");
        put("products/" + product, Map.of("sku", "T-1", "default_rate", 4_000_000_000L))
                .statusCode(200)
                .body("data.default_rate", is(4_000_000_000L));
        post("products", Map.of("service_name", "x", "item_kind", "service", "currency_code", "EUR", "sku", "t-1"))
                .statusCode(409)
                .body("error.details.fields", equalTo(List.of("sku")));
    }

    @Test
    void aBoardsAssigneeIsAnActiveUserWhenItIsChosen() {
        put("boards/" + desk.board, Map.of("default_assigned_to", desk.user)).statusCode(200);
        Database.execute("UPDATE user_copies SET is_inactive = true WHERE tenant_id = ?", desk.tenant);

        put("boards/" + desk.board, Map.of("description", "d")).statusCode(200);
        refused(put("boards/" + desk.board, Map.of("default_assigned_to", Ids.next())), "/default_assigned_to");
    }

    private static void inUse(ValidatableResponse answer, Map<String, Integer> counts) {
        List<Map<String, Object>> dependencies = answer.statusCode(409)
                .body("error.details.code", is("DEPENDENCIES_EXIST"))
                .extract()
                .path("error.details.dependencies");
        Map<String, Object> found = new HashMap<>();
        dependencies.forEach(one -> found.put((String) one.get("type"), one.get("count")));
        assertEquals(counts, found);
    }

    private static void refused(ValidatableResponse answer, String pointer) {
        answer.statusCode(400).body("error.details[0].pointer", is(pointer));
    }

    private String make(String path, Map<String, ?> body, String id) {
        return desk.create("/api/v1/" + path, body, id);
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
        return desk.request().body(body).post("/api/v1/" + path).then();
    }

    private ValidatableResponse put(String path, Map<String, ?> body) {
        return desk.request().body(body).put("/api/v1/" + path).then();
    }

    private ValidatableResponse delete(String path) {
        return desk.request().delete("/api/v1/" + path).then();
    }
}
