package io.deskgraph.gateway.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.gateway.route.Upstream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergerTest {

    private static final String TICKETS = """
            {"paths": {
               "/api/v1/tickets/{id}": {"get": {"tags": ["Tickets"], "summary": "Get a ticket",
                   "security": [{"SecurityScheme": []}], "x-permissions": ["ticket:read"],
                   "responses": {"200": {"content": {"application/json": {"schema":
                       {"$ref": "#/components/schemas/Envelope"}}}}}}},
               "/api/assets": {"get": {"responses": {}}},
               "/internal/tickets": {"get": {"responses": {"200": {"content": {"application/json": {"schema":
                       {"$ref": "#/components/schemas/Secret"}}}}}}}},
             "components": {"schemas": {
               "Envelope": {"properties": {"data": {"$ref": "#/components/schemas/Category"}}},
               "Category": {"properties": {"name": {"type": "string"}}},
               "Secret": {"type": "string"},
               "Tree": {"properties": {"child": {"$ref": "#/components/schemas/Tree"}}},
               "Problem": {"type": "object"}}}}""";

    private static final String ASSETS = """
            {"paths": {
               "/api/assets": {"post": {"tags": ["Assets"], "security": [{"SecurityScheme": []}],
                   "requestBody": {"content": {"application/json": {"schema":
                       {"$ref": "#/components/schemas/Envelope"}}}}, "responses": {"201": {}}}},
               "/a/{tag}": {"get": {"tags": ["Codes"], "responses": {"200": {}}}}},
             "components": {"schemas": {
               "Envelope": {"properties": {"data": {"$ref": "#/components/schemas/Category"}}},
               "Category": {"properties": {"id": {"type": "integer"}}},
               "Problem": {"type": "object"}}}}""";

    private final JsonNode document = merged();

    @Test
    void onlyWhatIsRoutedToAServiceIsToldOfIt() {
        assertTrue(document.at("/paths").has("/api/v1/tickets/{id}"));
        assertFalse(document.at("/paths").has("/internal/tickets"));
        assertEquals("{\"post\"", document.at("/paths/~1api~1assets").toString().substring(0, 7));
        assertFalse(document.toString().contains("Secret"), "a schema that nothing public refers to");
    }

    @Test
    void whatTwoServicesDescribeDifferentlyHasTwoNames() {
        // The envelopes are the same words about different things.
        assertEquals(
                "#/components/schemas/TicketsEnvelope",
                document.at("/paths/~1api~1v1~1tickets~1{id}/get/responses/200/content/application~1json/schema/$ref")
                        .asText());
        assertEquals(
                "#/components/schemas/AssetsCategory",
                document.at("/components/schemas/AssetsEnvelope/properties/data/$ref")
                        .asText());
        assertTrue(document.at("/components/schemas/TicketsCategory/properties").has("name"));
        assertTrue(document.at("/components/schemas").has("Problem"), "the same everywhere, so it keeps its name");
    }

    @Test
    void anOperationIsNamedAndGuardedAsTheGatewayDoes() {
        JsonNode guarded = document.at("/paths/~1api~1v1~1tickets~1{id}/get");
        assertEquals("getApiV1TicketsById", guarded.path("operationId").asText());
        assertEquals(
                "[{\"ApiKey\":[]},{\"Bearer\":[]}]", guarded.path("security").toString());
        assertEquals("Needs `ticket:read`.", guarded.path("description").asText());
        assertTrue(guarded.path("responses").has("429"));
        assertEquals("[]", document.at("/paths/~1a~1{tag}/get/security").toString());
        assertEquals("[\"ApiKey\",\"Bearer\"]", keys(document.at("/components/securitySchemes")));
    }

    @Test
    void toolsHaveTheirSchemasWrittenOut() {
        // When
        JsonNode tools = ToolRegistry.of(document).path("data");

        // Then
        assertEquals(3, tools.path("count").asInt());
        JsonNode ticket = tools.path("entries").get(2);
        assertEquals("get", ticket.path("method").asText());
        assertEquals("/api/v1/tickets/{id}", ticket.path("path").asText());
        assertEquals("Get a ticket", ticket.path("displayName").asText());
        assertEquals("ticket", ticket.path("rbacResource").asText());
        assertFalse(ticket.path("approvalRequired").asBoolean());
        assertEquals(
                "string",
                ticket.at("/responseBodySchema/properties/data/properties/name/type")
                        .asText());
        assertTrue(tools.path("entries").get(1).path("approvalRequired").asBoolean());
        assertTrue(tools.path("entries").get(1).has("requestBodySchema"));
    }

    @Test
    void aSchemaThatContainsItselfEnds() throws IOException {
        // Given
        JsonNode document = new ObjectMapper().readTree("""
                {"paths": {"/x": {"get": {"responses": {"200": {"content": {"application/json": {"schema":
                    {"$ref": "#/components/schemas/Tree"}}}}}}}},
                 "components": {"schemas": {"Tree": {"properties": {"child": {"$ref": "#/components/schemas/Tree"}}}}}}
                """);

        // When
        JsonNode entry = ToolRegistry.of(document).at("/data/entries/0");

        // Then
        assertEquals(
                "{\"properties\":{\"child\":{\"type\":\"object\"}}}",
                entry.path("responseBodySchema").toString());
    }

    private static String keys(JsonNode object) {
        StringBuilder keys = new StringBuilder("[");
        object.fieldNames().forEachRemaining(key -> keys.append(keys.length() > 1 ? "," : "")
                .append('"')
                .append(key)
                .append('"'));
        return keys.append(']').toString();
    }

    private static JsonNode merged() {
        try {
            ObjectMapper json = new ObjectMapper();
            Map<Upstream, JsonNode> documents = new EnumMap<>(Upstream.class);
            documents.put(Upstream.TICKETS, json.readTree(TICKETS));
            documents.put(Upstream.ASSETS, json.readTree(ASSETS));
            return Merger.merge(documents, "1");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
