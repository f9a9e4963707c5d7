package io.deskgraph.tickets.ticket;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FromAssetTest {

    private static final String PATH = "/api/v1/tickets/from-asset";

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void aTicketIsMadeAndTheKeeperOfLinksIsToldAtOnceAndByTheEvent() {
        UUID asset = copied("1");
        UUID category = new Fixtures(desk.tenant).category("Hardware", null);

        String id = create(body(asset, "description", "Smoke", "category_id", category))
                .statusCode(201)
                .header("ETag", notNullValue())
                .header("Location", notNullValue())
                .body("data.attributes", is(Map.of("created_from_asset", asset.toString(), "description", "Smoke")))
                .body("data.category_id", is(category.toString()))
                .body("data.source", is("asset"))
                .body("data.ticket_origin", is("api"))
                .extract()
                .path("data.ticket_id");

        assertEquals(asset.toString(), told(id));
        List<PublishedEvent> events = Events.await(Topics.TICKETS, desk.tenant, found -> found.stream()
                .anyMatch(event -> event.subject().equals(id)));
        PublishedEvent created = events.stream()
                .filter(event -> event.subject().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals("asset", created.payload().at("/after/source").textValue());
        assertEquals(
                asset.toString(),
                created.payload().at("/after/attributes/created_from_asset").textValue());
    }

    @Test
    void thatTheKeeperOfLinksIsAwayChangesNothingForTheClient() {
        UUID asset = copied("e");

        String id = create(body(asset)).statusCode(201).extract().path("data.ticket_id");

        assertEquals(asset.toString(), told(id));
        desk.read(id);
    }

    @Test
    void anAssetThatIsNewsHereIsAskedFor() {
        create(body(ending("a"))).statusCode(201);
        create(body(ending("1"))).statusCode(404).body("message", is("Asset not found"));
        create(body(ending("f"))).statusCode(503).header("Retry-After", notNullValue());
        assertEquals(1, Database.count("SELECT count(*) FROM tickets WHERE tenant_id = ?", desk.tenant));
    }

    @Test
    void mistakesAreTold() {
        UUID asset = copied("1");
        String other = desk.create("/api/v1/boards", Map.of("board_name", "Other"), "board_id");

        create(body(asset, "title", " ")).statusCode(400).body("error.details.pointer", contains("/title"));
        create(body(asset, "board_id", other)).statusCode(400).body("error.details.pointer", hasItem("/status_id"));
        create(body(asset, "asset_id", null)).statusCode(400).body("error.details.pointer", contains("/asset_id"));
        desk.as("ticket:create").body(body(asset)).post(PATH).then().statusCode(403);
        assertEquals(0, Database.count("SELECT count(*) FROM tickets WHERE tenant_id = ?", desk.tenant));
    }

    @Test
    void thereIsNothingToRead() {
        desk.request()
                .get(PATH)
                .then()
                .statusCode(405)
                .header("Allow", notNullValue())
                .body("error.code", is("METHOD_NOT_ALLOWED"))
                .body("message", is("Method not allowed"));
    }

    @Test
    void theSameKeyMakesOneTicketAndOneLink() {
        Map<String, Object> body = body(copied("1"));

        String first = keyed(body);
        assertEquals(first, keyed(body));

        assertEquals(body.get("asset_id").toString(), told(first));
        assertEquals(1, Database.count("SELECT count(*) FROM tickets WHERE tenant_id = ?", desk.tenant));
    }

    private String keyed(Map<String, Object> body) {
        return desk.request()
                .header("Idempotency-Key", "k1")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("data.ticket_id");
    }

    private ValidatableResponse create(Map<String, Object> body) {
        return desk.request().body(body).post(PATH).then();
    }

    private Map<String, Object> body(UUID asset, Object... more) {
        Map<String, Object> body = new HashMap<>(desk.ticketBody("asset_id", asset));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private UUID copied(String ending) {
        UUID id = ending(ending);
        Database.execute(
                "INSERT INTO asset_copies (tenant_id, id, database_id, asset_tag, name, asset_type, status)"
                        + " VALUES (?, ?, 'default', 'T-1', 'Server', 'server', 'available')",
                desk.tenant,
                id);
        return id;
    }

    private static UUID ending(String digit) {
        return UUID.fromString(Ids.next().toString().substring(0, 35) + digit);
    }

    private static String told(String ticket) {
        return given().get("http://127.0.0.1:" + System.getProperty(NeighbourPeer.PORT) + "/told/" + ticket)
                .asString();
    }
}
