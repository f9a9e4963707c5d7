package io.deskgraph.links.relationship;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.Graph;
import io.deskgraph.links.desk.Owner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RelationshipsTest {

    private final Graph graph = new Graph();

    @BeforeEach
    void assets() {
        graph.assets("a1", "b1", "c1");
    }

    @Test
    void aRelationshipIsAnsweredWithItsSixMembers() {
        Response made = graph.relate("a1", "b1", "runs on");

        made.then()
                .statusCode(201)
                .header("ETag", matchesPattern("\"1-.*\""))
                .body("success", equalTo(true))
                .body("meta.version", equalTo("1.0.0"))
                .body("data.asset_id", equalTo(graph.id("a1").toString()))
                .body("data.related_asset_id", equalTo(graph.id("b1").toString()))
                .body("data.relationship_type", equalTo("runs on"))
                .body("data.tenant", equalTo(graph.tenant().toString()));
        assertEquals(
                Set.of("relationship_id", "asset_id", "related_asset_id", "relationship_type", "tenant", "created_at"),
                made.jsonPath().getMap("data").keySet());
    }

    @Test
    void bothEndsListItEachWithTheOther() {
        String id = graph.relate("a1", "b1", "runs on").path("data.relationship_id");
        graph.relate("c1", "a1", "feeds").then().statusCode(201);

        list("a1")
                .then()
                .statusCode(200)
                .body("data.related_asset_name", equalTo(List.of("Name of c1", "Name of b1")))
                .body("data.direction", equalTo(List.of("parent", "child")))
                .body("data[1].relationship_id", equalTo(id))
                .body("data[1].parent_asset_id", equalTo(graph.id("a1").toString()))
                .body("data[1].child_asset_id", equalTo(graph.id("b1").toString()))
                .body("data[1].asset_tag", equalTo("b1"))
                .body("data[1].asset_type", equalTo("server"))
                .body("data[1].status", equalTo("available"));
        list("b1")
                .then()
                .body("data.asset_id", equalTo(List.of(graph.id("b1").toString())))
                .body("data.related_asset_id", equalTo(List.of(graph.id("a1").toString())))
                .body("data.direction", equalTo(List.of("parent")));
    }

    @Test
    void everyEdgeIsARelationshipWhoeverMadeIt() {
        graph.child("a1", "b1");
        graph.related("a1", "c1");
        list("a1").then().body("data.relationship_type", equalTo(List.of("related", "parentChild")));
        String id = list("b1").path("data[0].relationship_id");
        graph.caller().delete("/api/v1/assets/relationships/" + id).then().statusCode(204);
        graph.single(id).then().statusCode(404);
    }

    @Test
    void aPairIsRelatedOnceWhateverTheType() {
        graph.relate("a1", "b1", "runs on").then().statusCode(201);
        for (String type : List.of("runs on", "feeds", "related", "parentChild")) {
            graph.relate("a1", "b1", type)
                    .then()
                    .statusCode(409)
                    .body("error.message", equalTo("Relationship already exists"));
        }
        graph.relate("b1", "a1", "runs on").then().statusCode(201);
        graph.child("c1", "b1");
        graph.relate("c1", "b1", "feeds").then().statusCode(409);
        graph.related("c1", "a1");
        graph.relate("a1", "c1", "related").then().statusCode(409);
        graph.relate("a1", "c1", "feeds").then().statusCode(201);
    }

    @Test
    void aLoopOfParentsIsRefusedHereToo() {
        graph.relate("a1", "b1", "parentChild").then().statusCode(201);
        graph.relate("b1", "c1", "parentChild").then().statusCode(201);
        for (String[] pair : List.of(new String[] {"c1", "a1"}, new String[] {"b1", "a1"})) {
            graph.relate(pair[0], pair[1], "parentChild")
                    .then()
                    .statusCode(400)
                    .body("error.message", equalTo("Creating this relationship would create a cycle"));
        }
    }

    @Test
    void itEndsOnce() {
        String id = graph.relate("a1", "b1", "runs on").path("data.relationship_id");
        String path = "/api/v1/assets/relationships/" + id;
        graph.caller().header("If-Match", "\"9-x\"").delete(path).then().statusCode(412);
        graph.caller().delete(path).then().statusCode(204);
        graph.caller()
                .delete(path)
                .then()
                .statusCode(404)
                .body("error.message", equalTo("Asset relationship not found"));
        list("a1").then().statusCode(200).body("data", empty());
    }

    @Test
    void whatIsMissingIsNamed() {
        UUID nobody = Ids.next();
        post(graph.id("a1"), "{\"related_asset_id\":\"" + graph.id("a1") + "\",\"relationship_type\":\"x\"}")
                .then()
                .statusCode(400)
                .body("error.message", equalTo("Cannot create relationship with self"));
        post(nobody, "{\"related_asset_id\":\"" + graph.id("a1") + "\",\"relationship_type\":\"x\"}")
                .then()
                .statusCode(404)
                .body("error.message", equalTo("Asset not found"));
        post(graph.id("a1"), "{\"related_asset_id\":\"" + nobody + "\",\"relationship_type\":\"x\"}")
                .then()
                .statusCode(404)
                .body("error.message", equalTo("Related asset not found"));
        graph.caller()
                .get("/api/v1/assets/" + nobody + "/relationships")
                .then()
                .statusCode(404)
                .body("error.message", equalTo("Asset not found"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/related_asset_id|Is required",
                "{\"related_asset_id\":\"x\",\"relationship_type\":\"x\"}|/related_asset_id|Invalid UUID",
                "{\"related_asset_id\":7,\"relationship_type\":\"x\"}|/related_asset_id|Invalid UUID",
                "{\"related_asset_id\":\"ID\"}|/relationship_type|Is required",
                "{\"related_asset_id\":\"ID\",\"relationship_type\":7}|/relationship_type|Must be a string",
                "{\"related_asset_id\":\"ID\",\"relationship_type\":\" \"}|/relationship_type|Must not be empty"
            })
    void aWrongBodyIsTold(String body, String pointer, String message) {
        post(graph.id("a1"), body.replace("ID", graph.id("b1").toString()))
                .then()
                .statusCode(400)
                .body("error.message", equalTo("Invalid request data"))
                .body("error.details[0].pointer", equalTo(pointer))
                .body("error.details[0].message", equalTo(message));
    }

    @Test
    void aTypeIsNotTooLong() {
        graph.relate("a1", "b1", "x".repeat(255)).then().statusCode(201);
        graph.relate("a1", "c1", "x".repeat(256)).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /x/relationships", "POST /x/relationships", "DELETE /relationships/x"})
    void anIdIsAUuid(String operation) {
        String[] parts = operation.split(" ");
        graph.caller()
                .body("{}")
                .request(parts[0], "/api/v1/assets" + parts[1])
                .then()
                .statusCode(400);
    }

    @Test
    void withoutAnOwnersAnswerNothingIsSaidAboutExistence() {
        UUID unasked = Ids.next();
        Owner.misbehaves(unasked, "broken");
        String path = "/api/v1/assets/" + unasked + "/relationships";
        String body = "{\"related_asset_id\":\"" + graph.id("a1") + "\",\"relationship_type\":\"x\"}";
        graph.caller().get(path).then().statusCode(503);
        graph.caller().body(body).post(path).then().statusCode(503);
        assertEquals(0, graph.edges());
    }

    @ParameterizedTest
    @CsvSource({"GET,a1/relationships", "POST,a1/relationships", "DELETE,relationships/a1"})
    void withoutAPermissionOrATokenNothingHappens(String method, String path) {
        String target = "/api/v1/assets/" + path.replace("a1", graph.id("a1").toString());
        Desk.as(TestTokens.with("ticket:read").tenant(graph.tenant(), "desk"))
                .body("{}")
                .request(method, target)
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .request(method, target)
                .then()
                .statusCode(401);
        graph.caller().put(target).then().statusCode(405);
        graph.caller()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/assets/" + graph.id("a1") + "/relationships")
                .then()
                .statusCode(415);
    }

    @Test
    void ofManyTypesAtOnceOneIsMade() {
        ExecutorService callers = Executors.newFixedThreadPool(20);
        List<CompletableFuture<Integer>> calls = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> graph.relate("a1", "b1", "type " + i).statusCode(), callers))
                .toList();
        List<Integer> answers = calls.stream().map(CompletableFuture::join).toList();
        callers.shutdown();

        assertEquals(1, answers.stream().filter(status -> status == 201).count());
        assertEquals(19, answers.stream().filter(status -> status == 409).count());
        assertEquals(1, graph.edges());
    }

    @Test
    void aKeyHasOneEffect() {
        String body = "{\"related_asset_id\":\"" + graph.id("b1") + "\",\"relationship_type\":\"x\"}";
        String path = "/api/v1/assets/" + graph.id("a1") + "/relationships";
        Response first =
                graph.caller().header("Idempotency-Key", "k").body(body).post(path);
        Response second =
                graph.caller().header("Idempotency-Key", "k").body(body).post(path);
        first.then().statusCode(201);
        second.then().statusCode(201);
        assertEquals(first.asString(), second.asString());
        graph.caller()
                .header("Idempotency-Key", "k")
                .body(body.replace("\"x\"", "\"y\""))
                .post(path)
                .then()
                .statusCode(422);
        assertEquals(1, graph.edges());
    }

    private Response list(String tag) {
        return graph.caller().get("/api/v1/assets/" + graph.id(tag) + "/relationships?page=1");
    }

    private Response post(UUID asset, String body) {
        return graph.caller().body(body).post("/api/v1/assets/" + asset + "/relationships");
    }
}
