package io.deskgraph.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Values that a schema of the document allows, as far as it says; what only the service knows may be wrong with them. */
final class PlausibleBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;
    private final Map<String, String> known;

    /** @param known by the name of the member: ids of what is there */
    PlausibleBody(JsonNode document, Map<String, String> known) {
        this.document = document;
        this.known = known;
    }

    /** What has to be there, and nothing else. */
    ObjectNode required(JsonNode schema) {
        ObjectNode body = JSON.objectNode();
        JsonNode resolved = resolve(schema);
        Map<String, JsonNode> members = members(resolved);
        resolved.path("required").forEach(name -> {
            JsonNode member = members.get(name.asText());
            if (member != null) {
                body.set(name.asText(), value(name.asText(), member));
            }
        });
        return body;
    }

    /** Everything that may be there. */
    ObjectNode whole(JsonNode schema) {
        ObjectNode body = JSON.objectNode();
        members(resolve(schema)).forEach((name, member) -> body.set(name, value(name, member)));
        return body;
    }

    Map<String, JsonNode> members(JsonNode schema) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        JsonNode resolved = resolve(schema);
        resolved.path("allOf").forEach(part -> members.putAll(members(part)));
        resolved.path("properties").properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return members;
    }

    JsonNode value(String name, JsonNode schema) {
        return known.containsKey(name) ? JSON.textNode(known.get(name)) : value(schema);
    }

    private JsonNode value(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        if (resolved.path("enum").size() > 0) {
            return resolved.path("enum").get(0);
        }
        return switch (type(resolved)) {
            case "integer", "number" -> JSON.numberNode(resolved.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> JSON.arrayNode().add(value(resolved.path("items")));
            case "object" -> required(resolved);
            default -> JSON.textNode(text(resolved));
        };
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2026-01-02";
            case "date-time" -> "2026-01-02T03:04:05.000Z";
            case "uri" -> "https://example.com/";
            case "email" -> "somebody@example.com";
            default -> "plausible".repeat(1 + schema.path("minLength").asInt() / 9);
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return type.asText();
        }
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return schema.has("properties") ? "object" : "string";
    }

    private JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (String choice : new String[] {"oneOf", "anyOf"}) {
            for (Iterator<JsonNode> options = schema.path(choice).elements(); options.hasNext(); ) {
                JsonNode option = options.next();
                if (!option.path("type").asText().equals("null")) {
                    return resolve(option);
                }
            }
        }
        return schema;
    }
}
