package io.deskgraph.tickets.material;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MaterialTest {

    private Desk desk;
    private String ticket;
    private UUID product;

    @BeforeEach
    void open() {
        desk = new Desk();
        ticket = desk.ticket();
        product = product("Roller", "product", true);
    }

    @Test
    void aMaterialTakesItsClientFromTheTicketAndItsNameFromTheCatalogue() {
        Map<String, Object> made = add().statusCode(201)
                .header("ETag", notNullValue())
                .body("data.client_id", is(desk.client))
                .body("data.ticket_id", is(ticket))
                .body("data.service_id", is(product.toString()))
                .body("data.service_name", is("Roller"))
                .body("data.sku", is("Roller-1"))
                .body("data.quantity", is(2))
                .body("data.rate", is(1995))
                .body("data.currency_code", is("EUR"))
                .body("data.description", nullValue())
                .body("data.is_billed", is(false))
                .body("data.billed_at", nullValue())
                .body("data.tenant", is(desk.tenant.toString()))
                .extract()
                .path("data");

        assertEquals(
                Set.of(
                        "tenant",
                        "ticket_material_id",
                        "ticket_id",
                        "client_id",
                        "service_id",
                        "quantity",
                        "rate",
                        "currency_code",
                        "description",
                        "is_billed",
                        "billed_invoice_id",
                        "billed_at",
                        "created_at",
                        "updated_at",
                        "service_name",
                        "sku"),
                made.keySet());
        assertEquals(2, desk.version(ticket));
    }

    @Test
    void theListHasTheNewestFirst() {
        list().body("data", empty());
        add("quantity", 1);
        add("quantity", 2);
        add("quantity", 3);

        list().body("data.quantity", contains(3, 2, 1)).body("pagination", nullValue());
    }

    @Test
    void numbersAndTextsAreBroughtIntoForm() {
        add("quantity", 2.9, "rate", 1994.5, "currency_code", " usd ", "description", "  text ")
                .statusCode(201)
                .body("data.quantity", is(2))
                .body("data.rate", is(1995))
                .body("data.currency_code", is("USD"))
                .body("data.description", is("text"));
        add("quantity", "1", "rate", 0, "unit_id", null, "description", "x".repeat(1000))
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "quantity,0",
        "quantity,0.9",
        "quantity,-1",
        "quantity,",
        "quantity,3000000000",
        "quantity,x",
        "rate,-1",
        "rate,",
        "rate,1e30",
        "currency_code,EU",
        "currency_code,EURO",
        "currency_code,12€",
        "currency_code,",
        "service_id,1",
        "service_id,",
        "unit_id,1"
    })
    void aWrongMemberIsNamed(String member, String value) {
        add(member, value).statusCode(400).body("error.details[0].pointer", is("/" + member));
        assertEquals(1, desk.version(ticket));
    }

    @Test
    void aLongDescriptionIsRefused() {
        add("description", "x".repeat(1001)).statusCode(400).body("error.details[0].pointer", is("/description"));
    }

    @Test
    void onlyAProductThatIsSoldIsAMaterial() {
        UUID service = product("Hour", "service", true);
        UUID old = product("Old", "product", false);
        for (UUID id : Set.of(service, old, Ids.next())) {
            add("service_id", id).statusCode(400).body("error.details[0].pointer", is("/service_id"));
        }
        list().body("data", empty());
    }

    @Test
    void aTicketWithMaterialsIsNotDeleted() {
        add();

        desk.request()
                .delete("/api/v1/tickets/" + ticket)
                .then()
                .statusCode(409)
                .body("error.details.dependencies[0].type", is("ticket_material"));
    }

    @Test
    void whatIsNotThereIsToldAlike() {
        String unknown = "/api/v1/tickets/" + Ids.next() + "/materials";
        desk.request().get(unknown).then().statusCode(404).body("message", is("ticket not found"));
        desk.request().body(body()).post(unknown).then().statusCode(404);
        desk.request().get("/api/v1/tickets/1/materials").then().statusCode(400);
        desk.request()
                .body("{")
                .post("/api/v1/tickets/" + ticket + "/materials")
                .then()
                .statusCode(400);
    }

    @Test
    void aRepeatedKeyAddsOne() {
        for (int i = 0; i < 2; i++) {
            desk.request()
                    .header("Idempotency-Key", ticket)
                    .body(body())
                    .post("/api/v1/tickets/" + ticket + "/materials")
                    .then()
                    .statusCode(201);
        }

        list().body("data.quantity", contains(2));
    }

    private Map<String, Object> body(Object... members) {
        Map<String, Object> body =
                new HashMap<>(Map.of("service_id", product, "quantity", 2, "rate", 1995, "currency_code", "EUR"));
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return body;
    }

    private ValidatableResponse add(Object... members) {
        return desk.request()
                .body(body(members))
                .post("/api/v1/tickets/" + ticket + "/materials")
                .then();
    }

    private ValidatableResponse list() {
        return desk.request()
                .get("/api/v1/tickets/" + ticket + "/materials")
                .then()
                .statusCode(200);
    }

    private UUID product(String name, String kind, boolean active) {
        UUID id = Ids.next();
        Database.execute(
                "INSERT INTO products (tenant_id, id, service_name, sku, item_kind, currency_code, is_active,"
                        + " created_at, updated_at, version) VALUES (?, ?, ?, ?, ?, 'EUR', ?, now(), now(), 1)",
                desk.tenant,
                id,
                name,
                name + "-1",
                kind,
                active);
        return id;
    }
}
