package io.deskgraph.gateway.reference;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.TOM_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deskgraph.gateway.route.Route;
import io.deskgraph.gateway.route.Routes;
import io.deskgraph.gateway.route.Upstream;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.openapi.OwnDocument;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReferenceTest {

    private static final String LINKS = """
            {"openapi": "3.1.0", "paths": {"/api/v1/assets/{id}/impact": {"get": {"tags": ["Impact"],
              "security": [{"SecurityScheme": []}], "summary": "Walk the graph", "responses": {"200": {}}}}}}""";

    @Inject
    Reference reference;

    @Inject
    OwnDocument own;

    @Test
    void whatAServiceSaysIsToldAndStaysWhenItGoes() throws IOException {
        // Given
        try (Peer peer = Peer.at("links", request -> {
            boolean asked = request.path().equals("/internal/openapi")
                    && request.getHeader("Authorization").startsWith("Bearer eyJ");
            request.response()
                    .setStatusCode(asked ? 200 : 400)
                    .putHeader("ETag", "\"1\"")
                    .end(LINKS);
        })) {
            refresh();
        }

        // When
        refresh();
        WireAnswer answer = Gate.get(ACME_HOST, "/openapi.json");

        // Then
        JsonNode document = new ObjectMapper().readTree(answer.body());
        assertEquals(200, answer.status());
        assertEquals("tickets, assets", answer.header("X-Missing-Services"));
        assertEquals(
                "getApiV1AssetsByIdImpact",
                document.at("/paths/~1api~1v1~1assets~1{id}~1impact/get/operationId")
                        .asText());
        assertTrue(document.path("paths").has("/api/v1/api-keys/{id}/rotate"), "the gateway's own");
        assertEquals(
                304,
                Gate.get(ACME_HOST, "/openapi.json", "If-None-Match: " + answer.header("ETag"))
                        .status());
    }

    @Test
    void yamlAndJsonSayTheSame() throws IOException {
        // When
        WireAnswer yaml = Gate.get(ACME_HOST, "/openapi.yaml");

        // Then
        assertEquals("application/yaml", yaml.header("Content-Type"));
        assertEquals(
                new ObjectMapper()
                        .readTree(Gate.get(ACME_HOST, "/openapi.json").body())
                        .path("components"),
                new YAMLMapper().readTree(yaml.body()).path("components"));
    }

    @Test
    void everyNameIsOneOperationAndEveryReferenceLeadsSomewhere() throws IOException {
        // When
        JsonNode document = document();

        // Then
        Set<String> ids = new TreeSet<>();
        document.findValuesAsText("operationId").forEach(id -> assertTrue(ids.add(id), id));
        assertFalse(ids.isEmpty());
        document.findValuesAsText("$ref")
                .forEach(reference ->
                        assertFalse(document.at(reference.substring(1)).isMissingNode(), reference));
    }

    @Test
    void permissionsAreTold() throws IOException {
        assertEquals(
                "[\"api_key:create\"]",
                document().at("/paths/~1api~1v1~1api-keys/post/x-permissions").toString());
    }

    @Test
    void everyRouteOfTheGatewaysOwnHasAnOperationAndTheOtherWayRound() throws IOException {
        // Given
        Set<String> described = new TreeSet<>();
        new ObjectMapper().readTree(own.json()).path("paths").fieldNames().forEachRemaining(described::add);

        // Then
        for (String path : described) {
            assertTrue(Merger.isRouted(Upstream.GATEWAY, path), () -> path + " is described and not routed");
        }
        Set<Route> used = new java.util.HashSet<>();
        described.forEach(path -> used.add(Routes.of(path)));
        for (Route route : Routes.table()) {
            assertTrue(
                    route.upstream() != Upstream.GATEWAY || used.contains(route),
                    () -> route.pattern() + " is routed and not described");
        }
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        // When
        WireAnswer page = Gate.get(ACME_HOST, "/docs");

        // Then
        assertEquals(200, page.status());
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'; script-src 'self';"));
        assertFalse(page.body().contains("://"), page.body());
        for (String file : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "start.js"}) {
            assertTrue(page.body().contains("/docs/" + file), file);
            WireAnswer part = Gate.get(ACME_HOST, "/docs/" + file);
            assertEquals(200, part.status(), file);
            assertTrue(part.body().length() > 100, file);
        }
        assertTrue(Gate.get(ACME_HOST, "/docs/swagger-ui-bundle.js").body().contains("SwaggerUIBundle"));
    }

    @Test
    void eventsAreDescribedWithTheirSchemas() {
        // When
        WireAnswer events = Gate.get(ACME_HOST, "/asyncapi.yaml");

        // Then
        assertEquals(200, events.status());
        assertTrue(events.body().startsWith("asyncapi: 3"), events.body().substring(0, 40));
        assertTrue(events.body().contains("\"./schemas/io.deskgraph.asset.created.v1.json\""));
        assertEquals(
                200,
                Gate.get(ACME_HOST, "/schemas/io.deskgraph.asset.created.v1.json")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/index.css",
                "/docs/pom.xml",
                "/docs/%2E%2E%2Fapplication.properties",
                "/schemas/asyncapi.yaml",
                "/schemas/..%2Fasyncapi.json",
                "/schemas/nothing.json"
            })
    void nothingElseIsGivenAway(String path) {
        assertEquals(404, Gate.get(ACME_HOST, path).status());
    }

    @Test
    void toolsAreForCallers() throws IOException {
        // When
        WireAnswer answer = Gate.get(ACME_HOST, "/api/v1/meta/mcp-registry", key(TOM_KEY));

        // Then
        JsonNode data = new ObjectMapper().readTree(answer.body()).path("data");
        assertEquals(200, answer.status());
        assertTrue(data.path("count").asInt() > 20);
        assertEquals(data.path("count").asInt(), data.path("entries").size());
        assertNull(data.path("entries").get(0).get("nothing"));
        Refusal.checkUnauthorized(Gate.get(ACME_HOST, "/api/v1/meta/mcp-registry"), "API key required");
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(Gate.get(ACME_HOST, "/openapi.json").body());
    }

    private void refresh() {
        reference.refresh().toCompletionStage().toCompletableFuture().join();
    }
}
