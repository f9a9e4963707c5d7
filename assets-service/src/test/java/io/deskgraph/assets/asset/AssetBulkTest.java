package io.deskgraph.assets.asset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.deskgraph.assets.Schemas;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AssetBulkTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void eachDoesWhatCanBeDone() {
        // Given: one that is free, one that is out, one that is so already
        String second = three();

        // When
        Response done = bulk("[1,\"" + second + "\",3,99]", "set_status", "\"maintenance\"", "each");

        // Then
        done.then()
                .statusCode(200)
                .body("succeeded", equalTo(2))
                .body("failed", equalTo(2))
                .body("results.ok", contains(true, false, true, false))
                .body("results[1].id", equalTo(second))
                .body("results[0].error", nullValue())
                .body(
                        "results[1].error",
                        equalTo("Status cannot be moved from deployed to maintenance here: use checkout or checkin"))
                .body("results[3].error", equalTo("Asset not found"));
        assertEquals(List.of("maintenance", "deployed", "maintenance"), all("status"));
        assertEquals(
                List.of("2", "2", "1"),
                Database.texts("SELECT version FROM assets WHERE tenant_id = ? ORDER BY number", api.tenant()),
                "what was so already has not moved");
    }

    @Test
    void atomicDoesAllOrNothing() {
        three();

        bulk("[1,2,3]", "set_status", "\"retired\"", "atomic")
                .then()
                .statusCode(409)
                .body("error.details.failed", equalTo(1))
                .body("error.details.succeeded", equalTo(0))
                .body("error.details.results.ok", contains(true, false, true));
        assertEquals(List.of("available", "deployed", "maintenance"), all("status"));
        bulk("[1,3]", "set_status", "\"retired\"", "atomic").then().statusCode(200);
        assertEquals(List.of("retired", "deployed", "retired"), all("status"));
    }

    @Test
    void setsAndClearsLocationAndCategory() {
        three();
        int berlin = api.location("Berlin").getInt("id");
        String laptops = api.category("Laptops").getString("uuid");

        bulk("[1,2]", "set_location", "" + berlin, "each").then().body("succeeded", equalTo(2));
        bulk("[1]", "set_category", "\"" + laptops + "\"", "atomic").then().body("succeeded", equalTo(1));

        assertEquals(List.of("Berlin", "Berlin"), all("location.name"));
        assertEquals(List.of("Laptops"), all("category.name"));
        bulk("[2]", "set_location", "null", "each").then().body("succeeded", equalTo(1));
        assertEquals(List.of("Berlin"), all("location.name"));
        assertEquals("deployed", all("status").get(1), "the rest stays");
    }

    @Test
    void checksInAndDeletes() {
        three();

        bulk("[1,2]", "delete", "null", "each")
                .then()
                .body("results.ok", contains(true, false))
                .body(
                        "results[1].error",
                        equalTo("Asset is deployed: check it in first, or delete it with force=true"));
        bulk("[2,3]", "checkin", "null", "each")
                .then()
                .body("results.ok", contains(true, false))
                .body("results[1].error", equalTo("Asset is not deployed: its status is maintenance"));
        assertEquals(List.of("available", "maintenance"), all("status"));
        assertEquals(
                List.of("checkout", "checkin"),
                api.get("/api/assets/2/history").jsonPath().getList("action"));
        bulk("[2,3]", "delete", "null", "atomic").then().body("succeeded", equalTo(2));
        assertEquals(List.of(), all("id"));
        assertEquals(
                List.of("0"), Database.texts("SELECT asset_count FROM inventories WHERE tenant_id = ?", api.tenant()));
    }

    @Test
    void everyStepIsOnRecordAndAnnouncedOnceAndWhatIsSoAlreadyIsNot() {
        // Given
        String second = three();

        // When
        bulk("[1,3,3]", "set_status", "\"maintenance\"", "each").then().body("succeeded", equalTo(3));
        bulk("[\"" + second + "\"]", "checkin", "null", "each");
        bulk("[1,2]", "delete", "null", "each");

        // Then
        List<PublishedEvent> events =
                Events.await(Topics.ASSETS, api.tenant(), found -> assets(found).size() >= 8);
        assertEquals(
                List.of(
                        "1 asset.created",
                        "1 asset.created",
                        "1 asset.created",
                        "2 asset.checked_out",
                        "2 asset.updated",
                        "3 asset.checked_in",
                        "3 asset.deleted",
                        "4 asset.deleted"),
                assets(events).stream()
                        .map(event -> event.version() + " "
                                + event.type().split("\\.", 3)[2].replace(".v1", ""))
                        .sorted()
                        .toList());
        assets(events).forEach(event -> assertEquals(Set.of(), Schemas.problems(event)));
        assertEquals(8, Database.count("SELECT count(*) FROM asset_audit WHERE tenant_id = ?", api.tenant()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"action\":\"checkin\",\"mode\":\"each\"}|/ids",
                "{\"ids\":[],\"action\":\"checkin\",\"mode\":\"each\"}|/ids",
                "{\"ids\":[null],\"action\":\"checkin\",\"mode\":\"each\"}|/ids",
                "{\"ids\":[1.5],\"action\":\"checkin\",\"mode\":\"each\"}|/ids",
                "{\"ids\":[1],\"action\":\"burn\",\"mode\":\"each\"}|/action",
                "{\"ids\":[1],\"mode\":\"each\"}|/action",
                "{\"ids\":[1],\"action\":\"checkin\"}|/mode",
                "{\"ids\":[1],\"action\":\"checkin\",\"mode\":\"some\"}|/mode",
                "{\"ids\":[1],\"action\":\"set_status\",\"mode\":\"each\"}|/value",
                "{\"ids\":[1],\"action\":\"set_status\",\"value\":\"lost\",\"mode\":\"each\"}|/value",
                "{\"ids\":[1],\"action\":\"set_location\",\"value\":\"x\",\"mode\":\"each\"}|/value",
                "{\"ids\":[1],\"action\":\"set_location\",\"value\":77,\"mode\":\"each\"}|/value",
                "{\"ids\":[1],\"action\":\"set_category\",\"value\":77,\"mode\":\"each\"}|/value"
            })
    void refusesWhatIsWrongAndPointsAtIt(String body, String pointer) {
        api.post("/api/assets/bulk", body)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("error.details[0].pointer", equalTo(pointer));
    }

    @Test
    void aThousandAreDoneAndOneMoreRefused() {
        String ids = IntStream.rangeClosed(1, 1_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

        bulk("[" + ids + "]", "checkin", "null", "each").then().body("failed", equalTo(1_000));
        bulk("[" + ids + ",1001]", "checkin", "null", "each").then().statusCode(400);
        bulk("[\"x\"]", "checkin", "null", "each").then().statusCode(400);
    }

    @Test
    void deletionAsksForItsOwnPermission() {
        three();
        String token = TestTokens.with(Permissions.ASSET_UPDATE)
                .tenant(api.tenant(), "tenant")
                .bearer();
        Api technician = new Api(api.tenant(), token);
        String body = "{\"ids\":[1],\"action\":\"%s\",\"value\":\"retired\",\"mode\":\"each\"}";

        technician
                .post("/api/assets/bulk", body.formatted("delete"))
                .then()
                .statusCode(403)
                .body("message", equalTo("Permission denied: Cannot delete asset"));
        technician.post("/api/assets/bulk", body.formatted("set_status")).then().statusCode(200);
    }

    @Test
    void twinsWithOneKeyHaveOneEffect() {
        three();
        String body = "{\"ids\":[1],\"action\":\"delete\",\"mode\":\"atomic\"}";

        Response first = api.request().header("Idempotency-Key", "k").body(body).post("/api/assets/bulk");
        Response second =
                api.request().header("Idempotency-Key", "k").body(body).post("/api/assets/bulk");

        assertEquals(200, second.statusCode());
        assertEquals(first.asString(), second.asString());
    }

    /** Free, deployed, in maintenance; gives the second one's UUID. */
    private String three() {
        api.asset("T-1");
        String second = api.asset("T-2").getString("asset_id");
        api.asset("T-3", ",\"status\":\"maintenance\"");
        int ada = api.employee("Ada").getInt("id");
        api.post("/api/assets/2/checkout", "{\"employee_id\":" + ada + "}")
                .then()
                .statusCode(200);
        return second;
    }

    private Response bulk(String ids, String action, String value, String mode) {
        return api.post(
                "/api/assets/bulk",
                "{\"ids\":%s,\"action\":\"%s\",\"value\":%s,\"mode\":\"%s\"}".formatted(ids, action, value, mode));
    }

    private List<Object> all(String member) {
        return api.get("/api/assets").jsonPath().getList(member);
    }

    private static List<PublishedEvent> assets(List<PublishedEvent> events) {
        return events.stream()
                .filter(event -> !event.type().equals(EventTypes.REFERENCE_CHANGED))
                .toList();
    }
}
