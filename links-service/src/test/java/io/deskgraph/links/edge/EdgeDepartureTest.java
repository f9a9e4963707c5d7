package io.deskgraph.links.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Graph;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is told about edges, and how they end with their assets. */
@QuarkusTest
class EdgeDepartureTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://deskgraph.io/schemas/", "classpath:contracts/schemas/")));

    private final Graph graph = new Graph();

    @Test
    void everyChangeIsOneEventAndWhatChangesNothingIsNone() {
        // Given
        graph.assets("a1", "b1");
        String item = "{\"metadata\":[{\"metadataKey\":\"k\",\"metadataValue\":\"v\"}]}";

        // When
        String link = graph.linked("a1", "b1", "parentChild", "x");
        graph.link("a1", "b1", "parentChild", "x").then().statusCode(400);
        graph.put(link, "{\"assetLinkAliasId\":\"x\",\"tags\":[]}").then().statusCode(200);
        graph.put(link, "{\"assetLinkAliasId\":\"y\",\"tags\":[\"t\"]}").then().statusCode(200);
        graph.caller()
                .body(item)
                .post("/asset-links/" + link + "/metadata")
                .then()
                .statusCode(200);
        graph.caller()
                .body(item)
                .post("/asset-links/" + link + "/metadata")
                .then()
                .statusCode(200);
        graph.caller()
                .body("{\"metadataKeys\":[\"k\",\"z\"]}")
                .delete("/asset-links/" + link + "/metadata")
                .then()
                .statusCode(200);
        graph.delete(link).then().statusCode(200);

        // Then
        List<PublishedEvent> events = graph.desk().linkEvents(5);
        assertEquals(
                List.of(
                        EventTypes.ASSET_LINK_CREATED,
                        EventTypes.ASSET_LINK_UPDATED,
                        EventTypes.ASSET_LINK_UPDATED,
                        EventTypes.ASSET_LINK_UPDATED,
                        EventTypes.ASSET_LINK_DELETED),
                events.stream().map(PublishedEvent::type).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                events.stream().map(PublishedEvent::version).toList());
        events.forEach(this::check);
        assertEquals("x", events.get(1).payload().at("/changed/alias/old").asText());
        assertEquals("t", events.get(1).payload().at("/after/tags/0").asText());
        assertEquals("k", events.get(2).payload().at("/changed/metadata/new/0").asText());
        assertEquals(
                graph.id("b1").toString(),
                events.get(4).payload().path("to_asset_id").asText());
    }

    @Test
    void aDeletedAssetTakesItsEdgesAndTheirMetadataAlong() {
        // Given
        graph.assets("gone", "up", "down", "side", "rest");
        String first = graph.child("up", "gone");
        graph.child("gone", "down");
        graph.related("side", "gone");
        graph.child("up", "rest");
        graph.caller()
                .body("{\"metadata\":[{\"metadataKey\":\"k\",\"metadataValue\":\"v\"}]}")
                .post("/asset-links/" + first + "/metadata")
                .then()
                .statusCode(200);

        // When
        graph.desk().assetIsDeleted(graph.id("gone"), 2);

        // Then
        List<PublishedEvent> ended = graph.desk().linkEvents(8).stream()
                .filter(event -> event.type().equals(EventTypes.ASSET_LINK_DELETED))
                .toList();
        assertEquals(3, ended.size());
        ended.forEach(event -> assertEquals("SYSTEM", event.headers().get(Headers.ACTOR_TYPE)));
        assertTrue(ended.stream().map(PublishedEvent::version).allMatch(Set.of(2L, 3L)::contains), ended.toString());
        assertEquals(1, graph.edges());
        assertEquals(0, Database.count("SELECT count(*) FROM asset_link_metadata WHERE tenant_id = ?", graph.tenant()));
        graph.single(first).then().statusCode(404);
        graph.list("gone").then().statusCode(404);
    }

    @Test
    void edgesMadeWhileTheirAssetsAreDeletedNeverDangle() {
        // Given
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            graph.asset("n" + i);
            tags.add("n" + i);
        }
        ExecutorService callers = Executors.newFixedThreadPool(10);

        // When
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (String from : tags) {
            for (String to : tags) {
                if (!from.equals(to)) {
                    String type = from.compareTo(to) < 0 ? "parentChild" : "related";
                    calls.add(CompletableFuture.supplyAsync(
                            () -> graph.link(from, to, type, null).statusCode(), callers));
                }
            }
        }
        tags.forEach(tag -> graph.desk().assetIsDeleted(graph.id(tag), 2));
        List<Integer> answers = calls.stream().map(CompletableFuture::join).toList();
        callers.shutdown();

        // Then
        tags.forEach(tag -> graph.desk().applied(Topics.ASSETS, graph.id(tag), 2));
        assertEquals(0, graph.edges());
        assertTrue(Set.of(200, 400).containsAll(answers), answers.toString());
        int made = (int) answers.stream().filter(status -> status == 200).count();
        Map<String, List<Long>> history = graph.desk().linkEvents(2 * made).stream()
                .collect(Collectors.groupingBy(
                        PublishedEvent::subject,
                        TreeMap::new,
                        Collectors.mapping(PublishedEvent::version, Collectors.toList())));
        assertEquals(made, history.size());
        history.values().forEach(versions -> assertEquals(List.of(1L, 2L), versions));
    }

    private void check(PublishedEvent event) {
        assertEquals(TestTokens.USER.toString(), event.headers().get(Headers.ACTOR_ID));
        assertEquals(
                Set.of(),
                SCHEMAS.getSchema(SchemaLocation.of(
                                EventTypes.schemaUri(event.type()).toString()))
                        .validate(event.payload()));
    }
}
