package io.deskgraph.links.assetlink;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.links.desk.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ends are asked about, by the verb of the request. */
@QuarkusTest
class AccessTest {

    private static final String[] ALL = {"GET", "POST", "PUT", "DELETE"};
    private static final String ITEMS = "{\"metadata\":[{\"metadataKey\":\"k\",\"metadataValue\":\"v\"}]}";

    private final Graph graph = new Graph();
    private final String everything = ".*";

    @BeforeEach
    void assets() {
        graph.assets("open1", "open2", "shut1", "shut2");
    }

    @Test
    void withoutARightNothingIsAllowed() {
        String link = graph.related("open1", "open2");
        policyForOthers();
        refused(single(link), "Not authorized to view this asset link");
        refused(list("open1"), "Not authorized to view links for this asset");
        refused(make("open1", "open2"), "Not authorized to create links for the source asset");
    }

    @Test
    void eitherEndIsEnoughToRefuse() {
        allowOpenOnes("GET", "POST");
        make("open1", "open2").then().statusCode(200);
        refused(make("shut1", "open1"), "Not authorized to create links for the source asset");
        refused(make("open1", "shut1"), "Not authorized to create links for the target asset");
        refused(make("shut1", "shut2"), "Not authorized to create links for the source asset");
        assertEquals(1, graph.edges());
    }

    @ParameterizedTest
    @CsvSource({"open1,shut1", "shut1,open1"})
    void everyWayToALinkAsksAboutBothEnds(String from, String to) {
        String link = graph.related(from, to);
        String path = "/asset-links/" + link;
        allowOpenOnes(ALL);

        refused(single(link), "Not authorized to view this asset link");
        refused(guarded().body("{}").put(path), "Not authorized to update this asset link");
        refused(guarded().delete(path), "Not authorized to delete this asset link");
        refused(guarded().get(path + "/metadata"), "Not authorized to view metadata for this asset link");
        refused(
                guarded().body(ITEMS).post(path + "/metadata"),
                "Not authorized to create metadata for this asset link");
        refused(guarded().body(ITEMS).put(path + "/metadata"), "Not authorized to update metadata for this asset link");
        refused(
                guarded().body("{\"metadataKeys\":[\"k\"]}").delete(path + "/metadata"),
                "Not authorized to delete metadata for this asset link");
        assertEquals(1, graph.edges());
    }

    @Test
    void existenceIsToldBeforeRights() {
        policyForOthers();
        make("open1", "unknown").then().statusCode(400).body("message", equalTo("One or both assets do not exist"));
        single("0199f3a0-0005-7000-8000-000000000001").then().statusCode(404);
        list("unknown").then().statusCode(404);
    }

    @Test
    void whatDeniesWins() {
        String link = graph.related("open1", "open2");
        graph.policy().where("assetId", "contains", everything).allow(ALL).store();
        graph.policy().where("assetId", "equals", "open2").deny("GET").store();
        refused(single(link), "Not authorized to view this asset link");
        refused(list("open2"), "Not authorized to view links for this asset");
        list("open1").then().statusCode(200).body("related", hasSize(0)).body("unauthorizedCounts.related", equalTo(1));
    }

    @Test
    void aTagMayLockAnAssetAgainstChange() {
        graph.asset("default", "locked", "locked");
        String link = graph.related("open1", "locked");
        graph.policy().where("assetId", "contains", everything).allow(ALL).store();
        graph.policy().where("tags", "is_one_of", "locked").deny("PUT").store();
        single(link).then().statusCode(200);
        refused(
                guarded().body("{\"tags\":[]}").put("/asset-links/" + link),
                "Not authorized to update this asset link");
    }

    @Test
    void whatIsHiddenIsCountedByItsKind() {
        graph.child("open1", "shut1");
        graph.linked("open1", "shut1", "parentChild", "again");
        graph.child("open1", "open2");
        graph.child("shut2", "open1");
        graph.related("shut1", "open1");
        graph.relate("open1", "shut2", "feeds").then().statusCode(201);
        allowOpenOnes("GET");
        for (String view : List.of("", "?childTreeView=true")) {
            Graph.list(guarded(), "open1", view)
                    .then()
                    .statusCode(200)
                    .body("children.assetId", equalTo(List.of("open2")))
                    .body("parents", hasSize(0))
                    .body("related", hasSize(0))
                    .body("unauthorizedCounts.children", equalTo(2))
                    .body("unauthorizedCounts.parents", equalTo(1))
                    .body("unauthorizedCounts.related", equalTo(2));
        }
    }

    @Test
    void replacingAllMetadataNeedsAllRights() {
        String link = graph.related("open1", "open2");
        String all = ITEMS.replaceFirst("\\{", "{\"updateType\":\"REPLACE_ALL\",");
        allowOpenOnes("GET", "PUT", "POST");
        refused(
                guarded().body(all).put("/asset-links/" + link + "/metadata"),
                "REPLACE_ALL requires PUT, POST, and DELETE permissions on both assets");
        guarded().body(ITEMS).put("/asset-links/" + link + "/metadata").then().statusCode(200);
    }

    @Test
    void aRouteMayBeClosedWhateverTheAssetsSay() {
        allowOpenOnes(ALL);
        graph.policy()
                .on("api")
                .where("route__path", "starts_with", "/asset-links")
                .deny("POST")
                .store();
        refused(make("open1", "open2"), "Not Authorized");
        list("open1").then().statusCode(200);
    }

    @Test
    void servicesAreHeardWhateverRouteIsClosed() {
        graph.policy()
                .on("api")
                .where("route__path", "starts_with", "/")
                .deny("POST")
                .store();

        guarded()
                .body(Map.of("ticket_id", Ids.next(), "asset_id", Ids.next()))
                .post("/internal/ticket-asset-links")
                .then()
                .statusCode(404);
    }

    @Test
    void aChangeIsInForceWithinASecond() {
        String link = graph.related("open1", "open2");
        allowOpenOnes(ALL);
        single(link).then().statusCode(200);

        graph.policy().where("assetId", "equals", "open2").deny("GET").publish();

        Eventually.soon("The denial is in force", () -> single(link).statusCode() == 403);
    }

    @Test
    void relationshipsHideWhatMayNotBeSeen() {
        graph.relate("open1", "shut1", "feeds").then().statusCode(201);
        String hidden = graph.relate("shut1", "open2", "feeds").path("data.relationship_id");
        String seen = graph.relate("open1", "open2", "feeds").path("data.relationship_id");
        allowOpenOnes("GET");

        guarded()
                .get("/api/v1/assets/" + graph.id("open1") + "/relationships")
                .then()
                .statusCode(200)
                .body("data.asset_tag", equalTo(List.of("open2")));
        guarded()
                .get("/api/v1/assets/" + graph.id("shut1") + "/relationships")
                .then()
                .statusCode(404);
        relate("open1", "shut2").then().statusCode(404).body("error.message", equalTo("Related asset not found"));
        relate("shut2", "open1").then().statusCode(404).body("error.message", equalTo("Asset not found"));
        refused(relate("open2", "open1"), "Permission denied: Cannot update asset");
        guarded().delete("/api/v1/assets/relationships/" + hidden).then().statusCode(404);
        refused(guarded().delete("/api/v1/assets/relationships/" + seen), "Permission denied: Cannot update asset");
        allowOpenOnes("PUT");
        guarded().delete("/api/v1/assets/relationships/" + seen).then().statusCode(204);
    }

    private Response relate(String from, String to) {
        return guarded()
                .body("{\"related_asset_id\":\"" + graph.id(to) + "\",\"relationship_type\":\"x\"}")
                .post("/api/v1/assets/" + graph.id(from) + "/relationships");
    }

    private void allowOpenOnes(String... verbs) {
        graph.policy().where("assetId", "starts_with", "open").allow(verbs).store();
    }

    /** The tenant has a constraint, but it gives this caller nothing. */
    private void policyForOthers() {
        graph.policy().where("assetId", "equals", "nothing").allow("GET").store();
    }

    private RequestSpecification guarded() {
        return graph.guarded();
    }

    private Response single(String link) {
        return guarded().get("/asset-links/single/" + link);
    }

    private Response list(String tag) {
        return Graph.list(guarded(), tag, "");
    }

    private Response make(String from, String to) {
        return Graph.link(guarded(), from, to, "related", null);
    }

    private static void refused(Response answer, String message) {
        answer.then().statusCode(403).body("message", equalTo(message)).body("error.code", equalTo("FORBIDDEN"));
    }
}
