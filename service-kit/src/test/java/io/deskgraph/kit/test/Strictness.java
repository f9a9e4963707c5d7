package io.deskgraph.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The document's schemas allow members it does not name, so that clients may be made from it that live on when members
 * are added. The tests do not: what an answer has and the document does not name is a mistake of the document.
 */
final class Strictness {

    private Strictness() {}

    static JsonNode closed(JsonNode document) {
        JsonNode copy = document.deepCopy();
        copy.path("paths").forEach(path -> path.forEach(operation -> close(operation.path("responses"))));
        copy.path("components").path("schemas").forEach(Strictness::close);
        return copy;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && schema.has("type")
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(Strictness::close);
    }
}
