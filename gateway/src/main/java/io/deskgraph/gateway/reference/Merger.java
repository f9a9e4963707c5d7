package io.deskgraph.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.gateway.route.Route;
import io.deskgraph.gateway.route.Routes;
import io.deskgraph.gateway.route.Upstream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one document of many. */
final class Merger {

    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final SchemaNames names;
    private final Map<String, ObjectNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Set<String> tags = new TreeSet<>();

    private Merger(Map<Upstream, JsonNode> documents) {
        this.names = SchemaNames.of(documents);
    }

    static ObjectNode merge(Map<Upstream, JsonNode> documents, String version) {
        Merger merger = new Merger(documents);
        documents.forEach(merger::addSchemas);
        documents.forEach(merger::addPaths);
        return merger.document(version);
    }

    /** Whether this operation of this service can be reached through the gateway. */
    static boolean isRouted(Upstream service, String path) {
        Route route = Routes.of(path);
        return route != null && route.upstream() == service;
    }

    private void addSchemas(Upstream service, JsonNode document) {
        SchemaNames.schemas(document)
                .fields()
                .forEachRemaining(schema ->
                        schemas.putIfAbsent(names.of(service, schema.getKey()), renamed(service, schema.getValue())));
    }

    private void addPaths(Upstream service, JsonNode document) {
        document.path("paths").fields().forEachRemaining(path -> {
            if (isRouted(service, path.getKey())) {
                addPath(path.getKey(), (ObjectNode) renamed(service, path.getValue()));
            }
        });
    }

    private void addPath(String path, ObjectNode item) {
        item.fields().forEachRemaining(entry -> {
            if (METHODS.contains(entry.getKey())) {
                ObjectNode operation = (ObjectNode) entry.getValue();
                PublicOperation.complete(operation, entry.getKey(), path);
                operation.path("tags").forEach(tag -> tags.add(tag.asText()));
            }
        });
        paths.put(path, item);
    }

    private ObjectNode document(String version) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Deskgraph API")
                .put("version", version)
                .put("description", "Tickets, assets and the links between them. Every path is on the tenant's host.");
        document.putArray("servers").addObject().put("url", "/");
        tags.forEach(tag -> document.withArray("tags").addObject().put("name", tag));
        paths.forEach(document.putObject("paths")::set);
        ObjectNode components = document.putObject("components");
        ObjectNode used = components.putObject("schemas");
        Set<String> reachable = reachable(document.path("paths"));
        reachable.forEach(name -> used.set(name, schemas.get(name)));
        PublicOperation.components(components);
        return document;
    }

    /** What only an operation without a route refers to is nobody's business. */
    private Set<String> reachable(JsonNode from) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(SchemaNames.references(from));
        open.add("Problem");
        while (!open.isEmpty()) {
            String name = open.pop();
            JsonNode schema = schemas.get(name);
            if (schema != null && found.add(name)) {
                open.addAll(SchemaNames.references(schema));
            }
        }
        return found;
    }

    private JsonNode renamed(Upstream service, JsonNode part) {
        JsonNode copy = part.deepCopy();
        rename(service, copy);
        return copy;
    }

    private void rename(Upstream service, JsonNode part) {
        JsonNode reference = part.get("$ref");
        if (reference != null && reference.asText().startsWith(SchemaNames.PREFIX)) {
            String name = reference.asText().substring(SchemaNames.PREFIX.length());
            ((ObjectNode) part).put("$ref", SchemaNames.PREFIX + names.of(service, name));
        }
        part.forEach(member -> rename(service, member));
    }
}
