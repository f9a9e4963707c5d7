package io.deskgraph.kit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    private static final String OPEN = "Open";

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL document;

    @Test
    void everyOperationDocumentsItsRefusals() throws IOException {
        JsonNode paths = new ObjectMapper().readTree(document).get("paths");

        assertFalse(paths.isEmpty());
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                for (String status : List.of("400", "401", "500")) {
                    assertEquals(
                            "#/components/schemas/Problem",
                            schema(operation, status).asText(),
                            operation::toString);
                }
                // Nobody lacks a permission where all may.
                assertEquals(
                        OPEN.equals(operation.path("summary").asText()),
                        schema(operation, "403").isMissingNode());
            }
        }
    }

    private static JsonNode schema(JsonNode operation, String status) {
        return operation.at("/responses/" + status + "/content/application~1problem+json/schema/$ref");
    }

    @Test
    void theErrorBodyIsDescribedOnce() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(document).at("/components/schemas/Problem/properties");

        for (String member :
                List.of("type", "title", "status", "detail", "instance", "requestId", "success", "error")) {
            assertFalse(schema.path(member).isMissingNode(), member);
        }
    }
}
