package io.deskgraph.links.assetlink;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.Graph;
import io.deskgraph.links.desk.Owner;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request, told in the order that clients know. */
@QuarkusTest
class RefusalsTest {

    private final Graph graph = new Graph();

    @BeforeEach
    void assets() {
        graph.assets("aa", "bb");
    }

    @Test
    void aBodyIsThereAndIsJson() {
        post("").then().statusCode(400).body("message", equalTo("Request body is required"));
        post("null").then().statusCode(400).body("message", equalTo("Missing required field: fromAssetId"));
        post("{\"a\":").then().statusCode(400).body("message", equalTo("Invalid JSON in request body"));
        post("[]").then().statusCode(400).body("message", equalTo("Missing required field: fromAssetId"));
        post("7").then().statusCode(400).body("message", equalTo("Missing required field: fromAssetId"));
        graph.caller()
                .contentType("text/plain")
                .body("x")
                .post("/asset-links")
                .then()
                .statusCode(415);
        graph.caller().body("").put("/asset-links/abc").then().statusCode(400);
        graph.caller()
                .body("{\"a\":")
                .put("/asset-links/abc")
                .then()
                .body("message", equalTo("Invalid JSON in request body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fromAssetId", "fromAssetDatabaseId", "toAssetId", "toAssetDatabaseId", "relationshipType"})
    void aMissingMemberIsNamed(String name) {
        String body = Graph.body("aa", "bb", "related", null).replaceAll("\"" + name + "\":\"[^\"]*\",?", "");
        post(body.replace(",}", "}"))
                .then()
                .statusCode(400)
                .body("message", equalTo("Missing required field: " + name))
                .body("error.details[0].pointer", equalTo("/" + name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relationshipType|\"other\"|value is not a valid enumeration member; permitted: 'related', 'parentChild'",
                "relationshipType|\"ParentChild\"|value is not a valid enumeration member",
                "relationshipType|null|none is not an allowed value",
                "fromAssetId|{}|str type expected",
                "fromAssetId|\"\"|fromAssetId is a required field.",
                "fromAssetId|\"a\"|fromAssetId is invalid. Must follow the regexp",
                "fromAssetId|\"a#b\"|fromAssetId is invalid. Must follow the regexp",
                "toAssetId|\"ab.\"|toAssetId is invalid",
                "toAssetId|\" global \"|toAssetId is invalid. GLOBAL is not allowed for this field.",
                "toAssetDatabaseId|\"GLOBAL\"|toAssetDatabaseId is invalid. GLOBAL is not allowed for this field.",
                "fromAssetDatabaseId|\"ab\"|fromAssetDatabaseId is invalid. Must follow the regexp ^[-_a-zA-Z0-9]{3,63}$",
                "toAssetDatabaseId|\"a b c\"|toAssetDatabaseId is invalid. Must follow the regexp ^[-_a-zA-Z0-9]{3,63}$",
                "toAssetId|\"unknown\"|One or both assets do not exist",
                "fromAssetId|\"日本\"|One or both assets do not exist",
                "fromAssetId|\"a#\"|One or both assets do not exist",
                "fromAssetDatabaseId|\"elsewhere\"|One or both assets do not exist",
                "tags|7|value is not a valid list",
                "tags|[null]|none is not an allowed value",
                "tags|[{}]|str type expected",
                "assetLinkAliasId|[]|str type expected"
            })
    void aWrongMemberIsTold(String name, String value, String message) {
        String body = Graph.body("aa", "bb", "parentChild", null)
                .replaceAll("\"" + name + "\":\"[^\"]*\",?", "")
                .replace("}", "")
                .replaceAll(",$", "");
        post(body + ",\"" + name + "\":" + value + "}")
                .then()
                .statusCode(400)
                .body("message", containsString(message))
                .body("success", equalTo(false));
    }

    @Test
    void anAssetIdIsNotTooLong() {
        post(Graph.body("a".repeat(257), "bb", "related", null))
                .then()
                .statusCode(400)
                .body("message", equalTo("fromAssetId exceeds maximum length of 256 characters"));
    }

    @Test
    void formsComeBeforeExistence() {
        post(Graph.body("unknown", "a#b", "related", null))
                .then()
                .body("message", containsString("toAssetId is invalid"));
    }

    @ParameterizedTest
    @CsvSource({"GET,single/a,assetLinkId", "PUT,a,assetLinkId", "DELETE,a,relationId", "GET,a/metadata,assetLinkId"})
    void aLinkIdHasAForm(String method, String path, String field) {
        graph.caller()
                .body("{}")
                .request(method, "/asset-links/" + path)
                .then()
                .statusCode(400)
                .body("message", equalTo(field + " is invalid. Must follow the regexp ^[-_a-zA-Z0-9]{3,63}$"));
    }

    @Test
    void aLinkIsNotReadByItsBarePath() {
        graph.caller().get("/asset-links/" + Ids.next()).then().statusCode(405).header("Allow", containsString("PUT"));
        graph.caller().get("/asset-links").then().statusCode(405);
    }

    @Test
    void aListSaysWhichAssetIsMissing() {
        graph.list("nobody").then().statusCode(404).body("message", equalTo("Asset not found in database"));
        graph.caller()
                .get("/database/elsewhere/assets/aa/asset-links")
                .then()
                .statusCode(404)
                .body("message", equalTo("Asset not found in database"));
        graph.caller()
                .get("/database/elsewhere/assets/" + graph.id("aa") + "/asset-links?childTreeView=true")
                .then()
                .statusCode(404);
        graph.caller()
                .get("/database/a/assets/a/asset-links")
                .then()
                .statusCode(400)
                .body("message", containsString("assetId"));
        graph.caller()
                .get("/database/a/assets/aa/asset-links")
                .then()
                .statusCode(400)
                .body("message", containsString("databaseId"));
        Graph.list(graph.caller(), "aa", "?childTreeView=true&maxDepth=0")
                .then()
                .statusCode(400);
    }

    @Test
    void whatAListDoesNotReadIsNamed() {
        Graph.list(graph.caller(), "aa", "?page=2&childTreeView=TRUE")
                .then()
                .statusCode(200)
                .header("X-Ignored-Parameters", equalTo("page"));
    }

    @Test
    void anAssetThatIsNotKnownHereIsAskedForByIdAndByTag() {
        UUID asset = graph.desk().asset();
        Graph.link(graph.caller(), asset.toString(), "bb", "related", null)
                .then()
                .statusCode(200);
        UUID tagged = graph.desk().asset();
        Owner.knowsTagged("default", "TAG-" + tagged, tagged);
        Graph.link(graph.caller(), "aa", "TAG-" + tagged, "related", null)
                .then()
                .statusCode(200);
        UUID listed = graph.desk().asset();
        Owner.knowsTagged("default", "TAG-" + listed, listed);
        graph.list("TAG-" + listed).then().statusCode(200);
    }

    @Test
    void withoutAnOwnersAnswerNothingIsSaidAboutExistence() {
        UUID asset = Ids.next();
        Owner.misbehaves(asset, "broken");
        Graph.link(graph.caller(), "aa", asset.toString(), "related", null)
                .then()
                .statusCode(503);
        graph.list(asset.toString()).then().statusCode(503);
        Graph.list(graph.caller(), asset.toString(), "?childTreeView=true")
                .then()
                .statusCode(503);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/asset-links",
        "GET,/asset-links/single/abc",
        "PUT,/asset-links/abc",
        "DELETE,/asset-links/abc",
        "GET,/database/default/assets/aa/asset-links"
    })
    void withoutAPermissionOrATokenNothingHappens(String method, String path) {
        Desk.as(TestTokens.with("ticket:read").tenant(graph.tenant(), "desk"))
                .body(Graph.body("aa", "bb", "related", null))
                .request(method, path)
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(401);
    }

    @Test
    void aStaleWriterIsTold() {
        String link = graph.child("aa", "bb");
        String tag = graph.single(link).header("ETag");
        graph.put(link, "{\"tags\":[\"t\"]}").then().statusCode(200);
        graph.caller()
                .header("If-Match", tag)
                .body("{\"tags\":[]}")
                .put("/asset-links/" + link)
                .then()
                .statusCode(412);
        graph.caller()
                .header("If-Match", tag)
                .delete("/asset-links/" + link)
                .then()
                .statusCode(412);
        graph.caller()
                .header("If-Match", graph.single(link).header("ETag"))
                .delete("/asset-links/" + link)
                .then()
                .statusCode(200);
    }

    private io.restassured.response.Response post(String body) {
        return graph.caller().body(body).post("/asset-links");
    }
}
