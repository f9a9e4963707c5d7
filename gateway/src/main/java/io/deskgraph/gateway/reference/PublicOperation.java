package io.deskgraph.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the gateway knows better of an operation than the service behind it: its name, and what comes of the edge. */
final class PublicOperation {

    private static final String API_KEY = "ApiKey";
    private static final String BEARER = "Bearer";

    private PublicOperation() {}

    static void complete(ObjectNode operation, String method, String path) {
        operation.put("operationId", id(method, path));
        ArrayNode security = operation.withArray("security");
        boolean guarded = !security.isEmpty();
        security.removeAll();
        if (guarded) {
            security.addObject().putArray(API_KEY);
            security.addObject().putArray(BEARER);
        }
        tellPermissions(operation);
        operation.withObject("/responses").putObject("429").put("$ref", "#/components/responses/RateLimited");
    }

    /** {@code GET /api/v1/tickets/{id}} becomes {@code getApiV1TicketsById}. */
    static String id(String method, String path) {
        StringBuilder id = new StringBuilder(method);
        for (String segment : path.split("/")) {
            id.append(segment.startsWith("{") ? "By" : "");
            for (String word : segment.split("[^A-Za-z0-9]+")) {
                if (!word.isEmpty()) {
                    id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
                }
            }
        }
        return id.toString();
    }

    static void components(ObjectNode components) {
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject(API_KEY)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key")
                .put("description", "A key of the host's tenant");
        schemes.putObject(BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A key of the host's tenant, or a JWT");
        ObjectNode limited = components.putObject("responses").putObject("RateLimited");
        limited.put("description", "Too many requests; Retry-After tells when to come back");
        ObjectNode headers = limited.putObject("headers");
        for (String name : List.of("RateLimit", "RateLimit-Policy", "Retry-After")) {
            headers.putObject(name).putObject("schema").put("type", "string");
        }
        limited.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", SchemaNames.PREFIX + "Problem");
    }

    private static void tellPermissions(ObjectNode operation) {
        List<String> permissions = new ArrayList<>();
        for (JsonNode permission : operation.path("x-permissions")) {
            permissions.add("`" + permission.asText() + "`");
        }
        if (!permissions.isEmpty()) {
            String text = operation.path("description").asText();
            String needs = "Needs " + String.join(" and ", permissions) + ".";
            operation.put("description", text.isEmpty() ? needs : text + "\n\n" + needs);
        }
    }
}
