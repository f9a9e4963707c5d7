package io.deskgraph.tickets.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the document says of a list's parameters is what the list takes. */
@QuarkusTest
class ListParametersTest {

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL openApi;

    private JsonNode paths;

    @BeforeEach
    void read() throws IOException {
        paths = new ObjectMapper().readTree(openApi).path("paths");
    }

    @Test
    void theListDescribesFiltersSortsAndPages() {
        Map<String, JsonNode> parameters = parameters("/api/v1/tickets");

        assertTrue(parameters
                .keySet()
                .containsAll(Set.of("fields", "search", "tags", "sort", "order", "page", "limit", "cursor")));
        assertEquals("uuid", parameters.get("board_id").at("/schema/format").asText());
        assertEquals(
                "uuid", parameters.get("status_ids").at("/schema/items/format").asText());
        assertEquals(
                "date-time", parameters.get("due_from").at("/schema/format").asText());
        assertEquals(3, parameters.get("bundle_role").at("/schema/enum").size());
        assertEquals(100, parameters.get("limit").at("/schema/maximum").asInt());
        assertEquals("created_at", parameters.get("sort").at("/schema/default").asText());
    }

    @Test
    void sumsTakeTheFiltersAlone() {
        Set<String> sums = parameters("/api/v1/tickets/stats").keySet();

        Set<String> filters = new HashSet<>(parameters("/api/v1/tickets").keySet());
        filters.removeAll(Set.of("fields", "sort", "order", "page", "limit", "cursor"));
        assertEquals(filters, sums);
    }

    @Test
    void noDescribedParameterIsIgnored() {
        Desk desk = new Desk();
        for (String path :
                Set.of("/api/v1/tickets", "/api/v1/tickets/stats", "/api/v1/tags", "/api/v1/tickets/search")) {
            Map<String, JsonNode> parameters = parameters(path);
            var request = desk.request();
            parameters.forEach((name, parameter) -> request.queryParam(name, value(name, parameter.path("schema"))));

            var answer = request.get(path);

            assertEquals(200, answer.statusCode(), answer.asString());
            assertEquals(null, answer.header("X-Ignored-Parameters"), path);
        }
    }

    private static String value(String name, JsonNode schema) {
        String format =
                schema.path("items").path("format").asText(schema.path("format").asText());
        if (name.endsWith("_ids") || format.equals("uuid")) {
            return UUID.randomUUID().toString();
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0).asText();
        }
        if (format.equals("date-time")) {
            return "2026-01-01T00:00:00Z";
        }
        return switch (name) {
            case "cursor" -> "";
            case "fields" -> "title";
            case "limit", "page" -> "1";
            case "include_closed" -> "true";
            default -> schema.path("type").asText().equals("boolean") ? "true" : "x";
        };
    }

    private Map<String, JsonNode> parameters(String path) {
        Map<String, JsonNode> parameters = new HashMap<>();
        paths.path(path)
                .path("get")
                .path("parameters")
                .forEach(one -> parameters.put(one.path("name").asText(), one));
        return parameters;
    }
}
