package io.deskgraph.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.gateway.route.Upstream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One name for one schema. What several services describe alike keeps its name; what they describe differently under
 * one name gets the service's in front, and so does whatever refers to such a schema.
 */
final class SchemaNames {

    static final String PREFIX = "#/components/schemas/";

    private final Map<String, Map<Upstream, JsonNode>> byName = new TreeMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    private SchemaNames(Map<Upstream, JsonNode> documents) {
        documents.forEach(
                (service, document) -> schemas(document).fields().forEachRemaining(schema -> byName.computeIfAbsent(
                                schema.getKey(), name -> new TreeMap<>())
                        .put(service, schema.getValue())));
    }

    static SchemaNames of(Map<Upstream, JsonNode> documents) {
        SchemaNames names = new SchemaNames(documents);
        names.byName.forEach((name, described) -> {
            if (new HashSet<>(described.values()).size() > 1) {
                names.ambiguous.add(name);
            }
        });
        names.spread();
        return names;
    }

    String of(Upstream service, String name) {
        if (!ambiguous.contains(name)) {
            return name;
        }
        String own = service.name().charAt(0) + service.name().substring(1).toLowerCase(Locale.ROOT) + name;
        return byName.containsKey(own) ? own + "_" : own;
    }

    static JsonNode schemas(JsonNode document) {
        return document.path("components").path("schemas");
    }

    /** The names that a part of a document refers to. */
    static Set<String> references(JsonNode part) {
        Set<String> found = new HashSet<>();
        part.findValues("$ref").stream()
                .filter(reference -> reference.asText().startsWith(PREFIX))
                .forEach(reference -> found.add(reference.asText().substring(PREFIX.length())));
        return found;
    }

    /** The same words with a reference to something ambiguous do not mean the same. */
    private void spread() {
        Map<String, Set<String>> shared = new HashMap<>();
        byName.forEach((name, described) -> {
            if (described.size() > 1 && !ambiguous.contains(name)) {
                shared.put(name, references(described.values().iterator().next()));
            }
        });
        boolean moved = true;
        while (moved) {
            moved = shared.entrySet().stream()
                    .filter(entry -> entry.getValue().stream().anyMatch(ambiguous::contains))
                    .map(Map.Entry::getKey)
                    .map(ambiguous::add)
                    .reduce(false, Boolean::logicalOr);
        }
    }
}
