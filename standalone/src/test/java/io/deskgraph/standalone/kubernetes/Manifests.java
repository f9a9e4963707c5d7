package io.deskgraph.standalone.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deskgraph.standalone.compose.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The documents that the base's kustomization names. */
record Manifests(List<JsonNode> documents) {

    static final String BASE = "deploy/kubernetes/base/";

    /** Deployment to the module whose image it runs. */
    static final Map<String, String> MODULES = Map.of(
            "gateway", "gateway",
            "tickets", "tickets-service",
            "assets", "assets-service",
            "links", "links-service");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());

    static Manifests read() {
        return new Manifests(texts(yaml(BASE + "kustomization.yaml").path("resources"))
                .flatMap(file -> all(BASE + file))
                .toList());
    }

    static JsonNode yaml(String file) {
        return parse(Repository.text(file));
    }

    static JsonNode parse(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Anchors are resolved, which the other reader cannot. */
    private static Stream<JsonNode> all(String file) {
        Iterable<Object> documents = new Yaml().loadAll(new StringReader(Repository.text(file)));
        return StreamSupport.stream(documents.spliterator(), false).map(JSON::<JsonNode>valueToTree);
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Stream<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText);
    }

    Stream<JsonNode> kind(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind));
    }

    JsonNode named(String kind, String name) {
        return kind(kind)
                .filter(document -> name(document).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    /** The one container of a deployment, or its first step. */
    JsonNode container(String deployment, String list) {
        return named("Deployment", deployment)
                .at("/spec/template/spec")
                .path(list)
                .path(0);
    }
}
