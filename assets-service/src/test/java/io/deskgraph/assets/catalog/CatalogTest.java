package io.deskgraph.assets.catalog;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.deskgraph.assets.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CatalogTest {

    private static final String ASSETS = "/database/default/assets";

    private final Api api = Api.ofNewTenant();

    @Test
    void createsUnderAGivenTagOrAMadeUpOne() {
        Response named = create(",\"assetId\":\"pump-1\",\"tags\":[\"a\"]");
        Response unnamed = create("");

        named.then().statusCode(200).header("ETag", matchesPattern("\"1-.*")).body("message", notNullValue());
        assertEquals("pump-1", named.jsonPath().getString("assetId"));
        unnamed.then().statusCode(200).body("assetId", matchesPattern("x[0-9a-f-]{36}"));
        Response one = api.get(ASSETS + "/pump-1");
        one.then()
                .statusCode(200)
                .header("ETag", equalTo(named.header("ETag")))
                .body("databaseId", equalTo("default"))
                .body("assetId", equalTo("pump-1"))
                .body("assetName", equalTo("Pump"))
                .body("description", equalTo("A pump"))
                .body("isDistributable", equalTo(true))
                .body("tags", contains("a"))
                .body("assetType", equalTo("none"))
                .body("status", equalTo("active"));
        assertEquals(
                one.asString(),
                api.get(ASSETS + "/" + one.jsonPath().getString("uuid")).asString());
        assertEquals("A pump", api.get("/api/assets/1").jsonPath().getString("notes"), "one asset, three dialects");
        create(",\"assetId\":\"pump-1\"").then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"assetName\":\"n\",\"description\":\"desc\",\"isDistributable\":true}|/databaseId",
                "{\"databaseId\":\"default\",\"description\":\"desc\",\"isDistributable\":true}|/assetName",
                "{\"databaseId\":\"default\",\"assetName\":\"n\",\"isDistributable\":true}|/description",
                "{\"databaseId\":\"default\",\"assetName\":\"n\",\"description\":\"desc\"}|/isDistributable",
                "{\"databaseId\":\"default\",\"assetName\":\"a/b\",\"description\":\"desc\",\"isDistributable\":true}|/assetName",
                "{\"databaseId\":\"default\",\"assetName\":\"n\",\"description\":\"abc\",\"isDistributable\":true}|/description",
                "{\"databaseId\":\"default\",\"assetName\":\"n\",\"description\":\"desc\",\"isDistributable\":true,\"assetId\":\"a/b\"}|/assetId",
                "{\"databaseId\":\"nowhere\",\"assetName\":\"n\",\"description\":\"desc\",\"isDistributable\":true}|/database_id"
            })
    void refusesWhatIsWrongAndPointsAtIt(String body, String pointer) {
        api.post("/assets", body)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("error.details[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "50%", "é#?", "日本", "a+b", "a.b"})
    void anyTagIsReachedPercentEncoded(String tag) {
        api.asset(tag);
        String encoded = URLEncoder.encode(tag, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");

        api.get(ASSETS + "/" + encoded).then().statusCode(200).body("assetId", equalTo(tag));
    }

    @Test
    void listsByTagInParts() {
        create(",\"assetId\":\"b1\"");
        create(",\"assetId\":\"a1\"");
        create(",\"assetId\":\"c1\"");

        Response first = api.get(ASSETS + "?maxItems=2");

        first.then().statusCode(200).body("message.Items.assetId", contains("a1", "b1"));
        String token = first.jsonPath().getString("message.NextToken");
        api.get(ASSETS + "?pageSize=2&startingToken=" + token)
                .then()
                .body("message.Items.assetId", contains("c1"))
                .body("message.NextToken", nullValue());
        api.get(ASSETS + "?maxItems=0").then().statusCode(400);
        api.get(ASSETS + "?startingToken=x").then().statusCode(400);
        api.get("/database/nowhere/assets").then().statusCode(404).body("message", equalTo("Database not found"));
        Api.ofNewTenant().get(ASSETS).then().statusCode(200).body("message.Items", empty());
    }

    @Test
    void updatesWhatIsSent() {
        create(",\"assetId\":\"pump-1\",\"tags\":[\"a\"]");

        Response updated = api.put(ASSETS + "/pump-1", "{\"tags\":[\"locked\"],\"isDistributable\":false}");

        updated.then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("assetId", equalTo("pump-1"))
                .body("operation", equalTo("update"))
                .body("message", equalTo("Asset pump-1 updated successfully"))
                .body("timestamp", notNullValue());
        Response one = api.get(ASSETS + "/pump-1");
        one.then().body("tags", contains("locked")).body("assetName", equalTo("Pump"));
        assertEquals(updated.header("ETag"), one.header("ETag"));
        api.put(ASSETS + "/pump-1", "{\"assetName\":\"a/b\"}").then().statusCode(400);
        api.put(ASSETS + "/pump-1", "{\"assetName\":null}").then().statusCode(400);
        api.request()
                .header("If-Match", "\"1-x\"")
                .body("{}")
                .put(ASSETS + "/pump-1")
                .then()
                .statusCode(412);
    }

    @Test
    void archivesAndBringsBack() {
        create(",\"assetId\":\"pump-1\"");

        api.delete(ASSETS + "/pump-1/archiveAsset")
                .then()
                .statusCode(200)
                .body("operation", equalTo("archive"))
                .body("message", equalTo("Asset pump-1 archived successfully"));
        api.get(ASSETS + "/pump-1").then().body("status", equalTo("archived"));
        assertEquals("retired", api.get("/api/assets/1").jsonPath().getString("status"));
        api.delete(ASSETS + "/pump-1/archiveAsset").then().statusCode(200);
        api.put(ASSETS + "/pump-1/unarchiveAsset", "").then().statusCode(200).body("operation", equalTo("unarchive"));
        api.get(ASSETS + "/pump-1").then().body("status", equalTo("active"));
        api.put(ASSETS + "/pump-1/unarchiveAsset", "").then().statusCode(200);
        api.patch("/api/assets/1", "{\"status\":\"maintenance\"}");
        api.put(ASSETS + "/pump-1/unarchiveAsset", "").then().statusCode(409);
    }

    @Test
    void aDeployedAssetIsNeitherArchivedNorDeletedUnlessByForce() {
        create(",\"assetId\":\"pump-1\"");
        int ada = api.employee("Ada").getInt("id");
        api.post("/api/assets/1/checkout", "{\"employee_id\":" + ada + "}");

        api.delete(ASSETS + "/pump-1/archiveAsset").then().statusCode(409);
        end("").then().statusCode(409);
        end("?force=true").then().statusCode(200);
    }

    @Test
    void deletesOnlyWhenTheBodySaysSo() {
        create(",\"assetId\":\"pump-1\"");

        for (String body : new String[] {"{}", "{\"confirmPermanentDelete\":false}"}) {
            api.request()
                    .body(body)
                    .delete(ASSETS + "/pump-1/deleteAsset")
                    .then()
                    .statusCode(400);
        }
        end("").then().statusCode(200).body("operation", equalTo("delete")).body("assetId", equalTo("pump-1"));
        api.get(ASSETS + "/pump-1").then().statusCode(404).body("message", equalTo("Asset not found in database"));
        end("").then().statusCode(404);
    }

    @Test
    void anAssetIsInItsDatabaseOnly() {
        create(",\"assetId\":\"pump-1\"");
        String uuid = api.get(ASSETS + "/pump-1").jsonPath().getString("uuid");

        api.get("/database/other/assets/pump-1").then().statusCode(404);
        api.get("/database/other/assets/" + uuid).then().statusCode(404);
    }

    @Test
    void createsOncePerKey() {
        String body = body("");

        Response first = api.request().header("Idempotency-Key", "k").body(body).post("/assets");
        Response second =
                api.request().header("Idempotency-Key", "k").body(body).post("/assets");

        assertEquals(first.asString(), second.asString());
        assertNotEquals(first.asString(), create("").asString());
    }

    private Response end(String query) {
        return api.request().body("{\"confirmPermanentDelete\":true}").delete(ASSETS + "/pump-1/deleteAsset" + query);
    }

    private Response create(String members) {
        return api.post("/assets", body(members));
    }

    private static String body(String members) {
        return "{\"databaseId\":\"default\",\"assetName\":\"Pump\",\"description\":\"A pump\",\"isDistributable\":true"
                + members + "}";
    }
}
