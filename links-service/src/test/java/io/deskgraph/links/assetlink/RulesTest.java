package io.deskgraph.links.assetlink;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.links.desk.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules between links, as clients of this API know them. */
@QuarkusTest
class RulesTest {

    private static final String TAKEN =
            "Validation Error: A parent-child relationship already exists between these assets with provided alias";
    private static final String RELATED = "Validation Error: A relationship already exists between these assets";
    private static final String CYCLE =
            "Validation Error: Creating this parent-child relationship would create a cycle";

    private final Graph graph = new Graph();

    @BeforeEach
    void assets() {
        graph.assets("aa", "bb", "cc", "dd");
    }

    @Test
    void aLinkIsMadeOnce() {
        graph.link("aa", "bb", "parentChild", null)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"1-.*\""))
                .body("message", equalTo("Asset link created successfully"))
                .body("assetLinkId", matchesPattern("[0-9a-f-]{36}"));
        refused(graph.link("aa", "bb", "parentChild", null), TAKEN);
        assertEquals(1, graph.edges());
    }

    @Test
    void aliasesTellLinksOfOnePairApart() {
        graph.linked("aa", "bb", "parentChild", null);
        graph.linked("aa", "bb", "parentChild", "x");
        graph.linked("aa", "bb", "parentChild", "X");
        graph.linked("aa", "bb", "parentChild", "y");
        refused(graph.link("aa", "bb", "parentChild", "x"), TAKEN);
        refused(graph.link("aa", "bb", "parentChild", ""), TAKEN);
        graph.linked("aa", "cc", "parentChild", "x");
        graph.linked("cc", "bb", "parentChild", "x");
    }

    @Test
    void anAliasMayComeBeforeNone() {
        graph.linked("aa", "bb", "parentChild", "x");
        graph.linked("aa", "bb", "parentChild", "");
    }

    @Test
    void theOtherWayRoundIsADuplicateAndNoCycle() {
        graph.child("aa", "bb");
        refused(graph.link("bb", "aa", "parentChild", null), TAKEN);
        refused(graph.link("bb", "aa", "parentChild", "other"), TAKEN);
    }

    @Test
    void aLoopIsRefusedAndADiamondIsNot() {
        graph.child("aa", "bb");
        graph.child("bb", "cc");
        refused(graph.link("cc", "aa", "parentChild", null), CYCLE);
        graph.child("aa", "dd");
        graph.child("dd", "cc");
        graph.child("aa", "cc");
        assertEquals(5, graph.edges());
    }

    @Test
    void relatedIsOneLinkInWhicheverDirection() {
        graph.related("aa", "bb");
        refused(graph.link("bb", "aa", "related", null), RELATED);
        refused(graph.link("aa", "bb", "related", ""), RELATED);
    }

    @Test
    void theTypesDoNotMindEachOther() {
        graph.child("aa", "bb");
        graph.related("aa", "bb");
        graph.related("bb", "cc");
        graph.child("cc", "bb");
        assertEquals(4, graph.edges());
    }

    @Test
    void databasesAreCrossedAndOneAssetIsNotTwo() {
        graph.asset("other", "twin");
        graph.asset("default", "twin");
        String crossing = Graph.body("twin", "twin", "parentChild", null)
                .replaceFirst("\"toAssetDatabaseId\":\"default\"", "\"toAssetDatabaseId\":\"other\"");
        graph.caller().body(crossing).post("/asset-links").then().statusCode(200);
        refused(graph.link("aa", "aa", "related", null), "Cannot create asset link to the same asset");
        refused(
                graph.link("aa", graph.id("aa").toString(), "related", null),
                "Cannot create asset link to the same asset");
    }

    @Test
    void anAssetIsKnownByItsTagAndByItsId() {
        String link = graph.linked(graph.id("aa").toString(), graph.id("bb").toString(), "parentChild", null);
        graph.single(link)
                .then()
                .statusCode(200)
                .body("assetLink.fromAssetId", equalTo("aa"))
                .body("assetLink.toAssetId", equalTo("bb"));
        Graph.list(graph.caller(), graph.id("aa").toString(), "")
                .then()
                .statusCode(200)
                .body("children.assetId", equalTo(List.of("bb")));
    }

    @Test
    void aSingleLinkShowsAllOfItself() {
        String body = Graph.body("aa", "bb", "parentChild", "x").replace("}", ",\"tags\":[\"t\",\"t\",7]}");
        String link =
                graph.caller().body(body).post("/asset-links").then().extract().path("assetLinkId");

        assertEquals(
                "{\"assetLink\":{\"assetLinkId\":\"" + link
                        + "\",\"fromAssetId\":\"aa\",\"fromAssetDatabaseId\":\"default\","
                        + "\"toAssetId\":\"bb\",\"toAssetDatabaseId\":\"default\",\"relationshipType\":\"parentChild\","
                        + "\"assetLinkAliasId\":\"x\",\"tags\":[\"t\",\"t\",\"7\"]},\"message\":\"Success\"}",
                graph.single(link).asString());
        String tag = graph.single(link).header("ETag");
        graph.caller()
                .header("If-None-Match", tag)
                .get("/asset-links/single/" + link)
                .then()
                .statusCode(304);
    }

    @Test
    void aliasAndTagsAreChangedEachByItself() {
        String link = graph.caller()
                .body(Graph.body("aa", "bb", "parentChild", "x").replace("}", ",\"tags\":[\"t\"]}"))
                .post("/asset-links")
                .then()
                .extract()
                .path("assetLinkId");

        graph.put(link, "{\"assetLinkAliasId\":\"y\"}")
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"2-.*\""))
                .body("message", equalTo("Asset link updated successfully"));
        shows(link, "y", List.of("t"));
        graph.put(link, "{\"tags\":[]}").then().statusCode(200);
        shows(link, "y", List.of());
        graph.put(link, "{\"assetLinkAliasId\":null,\"tags\":[\"a\",\"b\"]}")
                .then()
                .statusCode(200);
        shows(link, "y", List.of("a", "b"));
        graph.put(link, "{\"assetLinkAliasId\":\"\"}").then().statusCode(200);
        shows(link, null, List.of("a", "b"));
        graph.put(link, "{}").then().statusCode(200).header("ETag", matchesPattern("\"5-.*\""));
        graph.put(link, "{\"assetLinkAliasId\":\"\"}")
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"5-.*\""));
    }

    @Test
    void anAliasIsNotTakenFromASibling() {
        graph.linked("aa", "bb", "parentChild", "x");
        String second = graph.linked("aa", "bb", "parentChild", "y");
        graph.linked("aa", "bb", "parentChild", null);
        refused(graph.put(second, "{\"assetLinkAliasId\":\"x\"}"), TAKEN);
        refused(graph.put(second, "{\"assetLinkAliasId\":\"\"}"), TAKEN);
        graph.put(second, "{\"assetLinkAliasId\":\"y\"}").then().statusCode(200);
        shows(second, "y", List.of());
    }

    @Test
    void onlyParentChildHasAnAlias() {
        String text = "assetLinkAliasId can only be used with parentChild relationships";
        refusedWith(graph.link("aa", "bb", "related", "x"), text);
        String link = graph.linked("aa", "bb", "related", "");
        refused(graph.put(link, "{\"assetLinkAliasId\":\"x\"}"), "Validation Error: " + text);
        refused(graph.put(link, "{\"assetLinkAliasId\":\"\"}"), "Validation Error: " + text);
        graph.put(link, "{\"assetLinkAliasId\":null,\"tags\":[\"t\"]}").then().statusCode(200);
    }

    @Test
    void anAliasHas128CharactersAtMost() {
        graph.linked("aa", "bb", "parentChild", "é".repeat(128));
        refusedWith(
                graph.link("aa", "bb", "parentChild", "é".repeat(129)), "ensure this value has at most 128 characters");
    }

    @Test
    void aDeletedLinkIsGoneAndNothingElseIs() {
        String link = graph.linked("aa", "bb", "parentChild", "x");
        graph.linked("aa", "bb", "parentChild", "y");
        graph.delete(link).then().statusCode(200).body("message", equalTo("Asset link deleted successfully"));
        for (Response answer :
                List.of(graph.delete(link), graph.single(link), graph.put(link, "{}"), graph.single("not-a-uuid"))) {
            answer.then().statusCode(404).body("message", equalTo("Asset link not found"));
        }
        graph.list("aa").then().body("children", hasSize(1));
    }

    @Test
    void everyOtherTypeIsListedAsRelatedAndReadAsItself() {
        graph.relate("aa", "bb", "runs on").then().statusCode(201);
        String link = graph.list("bb")
                .then()
                .body("parents", empty())
                .body("related", hasSize(1))
                .body("related[0].assetLinkAliasId", is(nullValue()))
                .extract()
                .path("related[0].assetLinkId");
        graph.single(link).then().body("assetLink.relationshipType", equalTo("runs on"));
        graph.linked("aa", "bb", "parentChild", null);
        graph.linked("bb", "aa", "related", null);
    }

    private void shows(String link, String alias, List<String> tags) {
        graph.single(link)
                .then()
                .statusCode(200)
                .body("assetLink.assetLinkAliasId", equalTo(alias))
                .body("assetLink.tags", equalTo(tags));
    }

    private static void refused(Response answer, String message) {
        answer.then().statusCode(400).body("message", equalTo(message)).body("detail", equalTo(message));
    }

    private static void refusedWith(Response answer, String part) {
        answer.then().statusCode(400).body("message", containsString(part));
    }
}
