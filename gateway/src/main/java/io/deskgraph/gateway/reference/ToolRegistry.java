package io.deskgraph.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The document once more, as a flat list of operations that a program offers to a language model as tools. */
final class ToolRegistry {

    private static final String EDITION = "community";

    private final JsonNode schemas;
    private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();

    private ToolRegistry(JsonNode schemas) {
        this.schemas = schemas;
    }

    static ObjectNode of(JsonNode document) {
        ToolRegistry registry = new ToolRegistry(SchemaNames.schemas(document));
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> registry.add(path.getKey(), operation.getKey(), operation.getValue())));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("data")
                .put("edition", EDITION)
                .put("count", registry.entries.size())
                .set("entries", registry.entries);
        return answer;
    }

    private void add(String path, String method, JsonNode operation) {
        if (!Merger.METHODS.contains(method)) {
            return;
        }
        ObjectNode entry = entries.addObject();
        String id = operation.path("operationId").asText();
        entry.put("id", id).put("method", method).put("path", path);
        entry.put("displayName", operation.path("summary").asText(id));
        copy(operation, entry, "summary");
        copy(operation, entry, "description");
        ArrayNode tags = entry.putArray("tags");
        operation.path("tags").forEach(tags::add);
        String permission = operation.path("x-permissions").path(0).asText();
        if (!permission.isEmpty()) {
            entry.put("rbacResource", permission.substring(0, permission.indexOf(':')));
        }
        entry.put("approvalRequired", !method.equals("get") && !method.equals("head"));
        schema(entry, "requestBodySchema", operation.path("requestBody"));
        schema(entry, "responseBodySchema", success(operation.path("responses")));
        addParameters(entry.putArray("parameters"), operation.path("parameters"));
    }

    private void addParameters(ArrayNode to, JsonNode parameters) {
        for (JsonNode parameter : parameters) {
            ObjectNode told = to.addObject();
            told.put("name", parameter.path("name").asText());
            told.put("in", parameter.path("in").asText());
            told.put("required", parameter.path("required").asBoolean());
            copy(parameter, told, "description");
            if (parameter.has("schema")) {
                told.set("schema", whole(parameter.get("schema"), new HashSet<>()));
            }
        }
    }

    private void schema(ObjectNode entry, String member, JsonNode described) {
        JsonNode schema = described.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            entry.set(member, whole(schema, new HashSet<>()));
        }
    }

    private static JsonNode success(JsonNode answers) {
        for (String status : List.of("200", "201", "202")) {
            if (answers.has(status)) {
                return answers.get(status);
            }
        }
        return answers.path("200");
    }

    /** With every schema in place of its name; one that contains itself ends there. */
    private JsonNode whole(JsonNode schema, Set<String> within) {
        JsonNode reference = schema.get("$ref");
        if (reference != null) {
            String name = reference.asText().substring(SchemaNames.PREFIX.length());
            if (!within.add(name)) {
                return JsonNodeFactory.instance.objectNode().put("type", "object");
            }
            JsonNode found = whole(schemas.path(name), within);
            within.remove(name);
            return found;
        }
        return members(schema, within);
    }

    private JsonNode members(JsonNode schema, Set<String> within) {
        if (schema.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            schema.fields().forEachRemaining(member -> copy.set(member.getKey(), whole(member.getValue(), within)));
            return copy;
        }
        if (schema.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            schema.forEach(member -> copy.add(whole(member, within)));
            return copy;
        }
        return schema;
    }

    private static void copy(JsonNode from, ObjectNode to, String member) {
        if (from.hasNonNull(member)) {
            to.set(member, from.get(member));
        }
    }
}
