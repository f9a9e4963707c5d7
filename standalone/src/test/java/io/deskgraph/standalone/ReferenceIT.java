package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.suite.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one document against what the gateway routes and what the services do. */
@ExtendWith(Suite.Extension.class)
class ReferenceIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Suite suite;
    private JsonNode document;

    ReferenceIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void read() {
        assertTrue(
                Deadline.in(Duration.ofMinutes(2))
                        .await(() -> openApi().header("X-Missing-Services").isEmpty()),
                () -> "missing: " + openApi().header("X-Missing-Services"));
        document = openApi().json();
    }

    @Test
    void everyRouteHasAnOperation() throws IOException {
        List<String> paths = paths(document);
        Set<String> bare = new TreeSet<>();
        for (JsonNode route : management(Service.GATEWAY, "/q/routes")) {
            String pattern = route.path("pattern").asText();
            Pattern matching = Pattern.compile(pattern.replace("{}", "[^/]+").replace("/**", "(/.*)?"));
            if (paths.stream().noneMatch(path -> matching.matcher(path).matches())) {
                bare.add(pattern);
            }
        }
        assertEquals(Set.of(), bare, "routed, but no operation is described");
    }

    @Test
    void everyOperationHasARoute() throws IOException {
        Set<String> unreachable = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        for (Service service : Service.values()) {
            for (String operation : operations(management(service, "/q/openapi?format=json"))) {
                described.add(operation);
                if (!operation.contains(" /internal/")) {
                    unreachable.add(operation);
                }
            }
        }
        Set<String> merged = operations(document);
        unreachable.removeAll(merged);
        assertEquals(Set.of(), unreachable, "a service has it, and the gateway does not route there");
        merged.removeAll(described);
        assertEquals(Set.of(), merged, "described, but no service has it");
    }

    @Test
    void everyOperationHasANameATagAndKnownReferences() {
        Set<String> ids = new TreeSet<>();
        for (JsonNode path : document.path("paths")) {
            path.fields().forEachRemaining(entry -> {
                JsonNode operation = entry.getValue();
                if (METHODS.contains(entry.getKey())) {
                    assertTrue(ids.add(operation.path("operationId").asText()), operation::toString);
                    assertFalse(operation.path("tags").isEmpty(), operation::toString);
                    assertFalse(operation.path("summary").asText().isEmpty(), operation::toString);
                }
            });
        }
        for (String reference : document.findValuesAsText("$ref")) {
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
        }
        JsonNode tools = suite.client("acme", "readonly")
                .get("/api/v1/meta/mcp-registry")
                .json()
                .path("data");
        assertEquals(ids.size(), tools.path("count").asInt());
    }

    private Answer openApi() {
        return suite.anonymous("acme.localhost").get("/openapi.json");
    }

    private JsonNode management(Service service, String path) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + suite.ports().management(service) + path);
        return new ObjectMapper().readTree(uri.toURL());
    }

    private static List<String> paths(JsonNode document) {
        List<String> paths = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    private static Set<String> operations(JsonNode document) {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method + " " + path.getKey());
                    }
                }));
        return operations;
    }
}
