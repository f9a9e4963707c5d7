package io.deskgraph.assets.asset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.deskgraph.assets.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InventoryAssetTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void createsWithEveryMember() {
        // Given
        int category = api.category("Laptops").getInt("id");
        int location = api.location("Berlin").getInt("id");
        UUID client = UUID.randomUUID();

        // When
        Response created = api.post("/api/assets", """
                {"asset_tag":"  LT-1 ","name":" MacBook ","manufacturer":"Apple","model":"M4","serial":"C02",
                 "status":"maintenance","category_id":%d,"location_id":%d,"purchase_date":"2026-01-02",
                 "purchase_cost":3499,"warranty_expiry":"2029-01-02","notes":"n","asset_type":"workstation",
                 "client_id":"%s","custom_fields":{"cpu":{"cores":12,"ghz":4.10}},"tags":["a","b"],
                 "expected_checkin":"2026-12-24","unknown":1}""".formatted(category, location, client));

        // Then
        created.then()
                .statusCode(201)
                .header("Location", "/api/assets/1")
                .body("id", equalTo(1))
                .body("asset_tag", equalTo("LT-1"))
                .body("name", equalTo("MacBook"))
                .body("manufacturer", equalTo("Apple"))
                .body("model", equalTo("M4"))
                .body("serial", equalTo("C02"))
                .body("status", equalTo("maintenance"))
                .body("category.id", equalTo(category))
                .body("category.name", equalTo("Laptops"))
                .body("location.id", equalTo(location))
                .body("location.name", equalTo("Berlin"))
                .body("assigned_to", nullValue())
                .body("purchase_date", equalTo("2026-01-02"))
                .body("purchase_cost", equalTo("3499.00"))
                .body("warranty_expiry", equalTo("2029-01-02"))
                .body("notes", equalTo("n"))
                .body("database_id", equalTo("default"))
                .body("asset_type", equalTo("workstation"))
                .body("client_id", equalTo(client.toString()))
                .body("custom_fields.cpu.cores", equalTo(12))
                .body("tags", contains("a", "b"))
                .body("expected_checkin", equalTo("2026-12-24"))
                .body("open_ticket_count", equalTo(0));
        assertEquals(created.asString(), api.get("/api/assets/1").asString());
        assertEquals(created.header("ETag"), api.get("/api/assets/1").header("ETag"));
    }

    @Test
    void theFirstMembersAreTheOnesTheDialectIsKnownFor() {
        JsonPath created = api.asset("T-1");

        assertEquals(
                List.of(
                        "id",
                        "asset_tag",
                        "name",
                        "manufacturer",
                        "model",
                        "serial",
                        "status",
                        "category",
                        "location",
                        "assigned_to",
                        "purchase_date",
                        "purchase_cost",
                        "warranty_expiry",
                        "notes"),
                List.copyOf(created.getMap("").keySet()).subList(0, 14));
        assertEquals("", created.getString("notes"));
        assertEquals("available", created.getString("status"));
    }

    @Test
    void isFoundByNumberAndByUuid() {
        String id = api.asset("T-1").getString("asset_id");

        assertEquals(
                api.get("/api/assets/1").asString(),
                api.get("/api/assets/" + id).asString());
        api.get("/api/assets/2").then().statusCode(404).body("error.code", equalTo("NOT_FOUND"));
        api.get("/api/assets/" + UUID.randomUUID()).then().statusCode(404);
        api.get("/api/assets/x").then().statusCode(400).body("message", equalTo("Invalid asset ID format"));
        api.get("/api/assets/99999999999999999999").then().statusCode(400);
    }

    @Test
    void answersNotModifiedToAReaderWhoHasIt() {
        api.asset("T-1");
        String tag = api.get("/api/assets/1").header("ETag");

        api.request().header("If-None-Match", tag).get("/api/assets/1").then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"n\"}|/asset_tag",
                "{\"asset_tag\":\"t\"}|/name",
                "{\"asset_tag\":\" \",\"name\":\"n\"}|/asset_tag",
                "{\"asset_tag\":null,\"name\":\"n\"}|/asset_tag",
                "{\"asset_tag\":7,\"name\":\"n\"}|/asset_tag",
                "{\"asset_tag\":\"t\\u0000\",\"name\":\"n\"}|/asset_tag",
                "{\"asset_tag\":\"0190f3a0-0001-7000-8000-000000000001\",\"name\":\"n\"}|/asset_tag",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"status\":\"deployed\"}|/status",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"status\":\"in use\"}|/status",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"purchase_cost\":-1}|/purchase_cost",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"purchase_cost\":\"1.005\"}|/purchase_cost",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"purchase_cost\":\"x\"}|/purchase_cost",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"purchase_cost\":1e400}|/purchase_cost",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"purchase_cost\":10000000000}|/purchase_cost",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"purchase_date\":\"2026-02-30\"}|/purchase_date",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"warranty_expiry\":\"soon\"}|/warranty_expiry",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"expected_checkin\":1}|/expected_checkin",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"category_id\":77}|/category_id",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"location_id\":77}|/location_id",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"location_id\":\"x\"}|/location_id",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"database_id\":\"nowhere\"}|/database_id",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"client_id\":\"x\"}|/client_id",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"tags\":[\"a\",null]}|/tags/1",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"tags\":\"a\"}|/tags",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"custom_fields\":[1]}|/custom_fields",
                "{\"asset_tag\":\"t\",\"name\":\"n\",\"asset_type\":\"\"}|/asset_type",
            })
    void refusesWhatIsWrongAndPointsAtIt(String body, String pointer) {
        Response refused = api.post("/api/assets", body);

        refused.then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("error.details[0].pointer", equalTo(pointer));
        assertEquals("[]", api.get("/api/assets").asString());
    }

    @Test
    void tellsAllMistakesAtOnce() {
        api.post("/api/assets", "{\"status\":\"x\",\"purchase_cost\":-1}")
                .then()
                .statusCode(400)
                .body("error.details.pointer", containsInAnyOrder("/asset_tag", "/name", "/status", "/purchase_cost"));
    }

    @Test
    void aTagIsUniqueInItsDatabase() {
        api.asset("T-1");

        api.post("/api/assets", "{\"asset_tag\":\" T-1\",\"name\":\"n\"}")
                .then()
                .statusCode(409)
                .body("error.code", equalTo("CONFLICT"))
                .body("message", equalTo("Asset tag 'T-1' already exists in database 'default'"));
        assertEquals(2, api.asset("t-1").getInt("id"), "a refused creation takes no number");
    }

    @Test
    void aWholeUpdateNamesEveryMissingMember() {
        api.asset("T-1");

        api.put("/api/assets/1", "{\"asset_tag\":\"T-1\",\"name\":\"n\",\"status\":\"available\"}")
                .then()
                .statusCode(400)
                .body(
                        "error.details.pointer",
                        contains(
                                "/manufacturer",
                                "/model",
                                "/serial",
                                "/category_id",
                                "/location_id",
                                "/purchase_date",
                                "/purchase_cost",
                                "/warranty_expiry",
                                "/notes"));
    }

    @Test
    void aWholeUpdateReplacesAndKeepsWhatIsBeyondTheList() {
        api.asset("T-1", ",\"serial\":\"S\",\"tags\":[\"keep\"],\"purchase_cost\":\"10.5\"");

        Response updated = api.put("/api/assets/1", whole("T-2", "retired"));

        updated.then()
                .statusCode(200)
                .body("asset_tag", equalTo("T-2"))
                .body("serial", nullValue())
                .body("status", equalTo("retired"))
                .body("purchase_cost", nullValue())
                .body("tags", contains("keep"));
        assertEquals(updated.asString(), api.get("/api/assets/1").asString());
    }

    @Test
    void anUpdateThatChangesNothingMovesNothing() {
        api.asset("T-1", ",\"custom_fields\":{\"n\":1e2,\"d\":1.50}");
        api.put("/api/assets/1", whole("T-1", "available"));
        Response before = api.get("/api/assets/1");

        Response same = api.put(
                "/api/assets/1", whole("T-1", "available").replace("}", ",\"custom_fields\":{\"d\":1.50,\"n\":100}}"));

        assertEquals(before.asString(), same.asString());
        assertEquals(before.header("ETag"), same.header("ETag"));
    }

    @Test
    void deployedIsEnteredAndLeftElsewhere() {
        api.asset("T-1");

        api.put("/api/assets/1", whole("T-1", "deployed"))
                .then()
                .statusCode(409)
                .body("error.details.blocking", contains("checkout", "checkin"));
    }

    @Test
    void aStaleWriterIsRefused() {
        api.asset("T-1");
        String tag = api.get("/api/assets/1").header("ETag");
        Response first = api.request()
                .header("If-Match", tag)
                .body(whole("T-2", "available"))
                .put("/api/assets/1");

        Response second = api.request()
                .header("If-Match", tag)
                .body(whole("T-3", "available"))
                .put("/api/assets/1");

        assertEquals(200, first.statusCode());
        assertNotEquals(tag, first.header("ETag"));
        second.then().statusCode(412).body("error.code", equalTo("PRECONDITION_FAILED"));
        api.request().header("If-Match", tag).delete("/api/assets/1").then().statusCode(412);
    }

    @Test
    void deletes() {
        api.asset("T-1");

        assertEquals("{\"success\":true}", api.delete("/api/assets/1").asString());
        api.get("/api/assets/1").then().statusCode(404);
        api.delete("/api/assets/1").then().statusCode(404);
        assertEquals(2, api.asset("T-1").getInt("id"), "numbers are not given twice");
    }

    @Test
    void refusesOtherMethodsAndMediaTypes() {
        api.request().patch("/api/assets").then().statusCode(405);
        api.request()
                .contentType("text/plain")
                .body("x")
                .post("/api/assets")
                .then()
                .statusCode(415);
        api.post("/api/assets", "{").then().statusCode(400);
        api.post("/api/assets", "[]").then().statusCode(400);
    }

    private static String whole(String tag, String status) {
        return """
                {"asset_tag":"%s","name":"n","manufacturer":null,"model":null,"serial":null,"status":"%s",
                 "category_id":null,"location_id":null,"purchase_date":null,"purchase_cost":null,
                 "warranty_expiry":null,"notes":null}""".formatted(tag, status);
    }
}
