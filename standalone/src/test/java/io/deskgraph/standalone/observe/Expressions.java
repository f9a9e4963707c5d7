package io.deskgraph.standalone.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deskgraph.standalone.compose.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every expression that somebody is shown or woken by. */
final class Expressions {

    static final String RULES = "deploy/kubernetes/base/alerts.yaml";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private Expressions() {}

    /** @param where file and panel or alert */
    record Expression(String where, String text) {
        @Override
        public String toString() {
            return where;
        }
    }

    static Stream<Expression> all() {
        return Stream.concat(ofDashboards(), alerts().map(Expressions::ofAlert));
    }

    static List<JsonNode> dashboards() {
        try (Stream<Path> files = Files.list(Repository.path("deploy/grafana/dashboards"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Expressions::json)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> alerts() {
        try {
            return elements(YAML.readTree(Repository.text(RULES)).at("/spec/groups"))
                    .flatMap(group -> elements(group.path("rules")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<Expression> ofDashboards() {
        return dashboards().stream().flatMap(board -> elements(board.path("panels"))
                .flatMap(panel -> elements(panel.path("targets"))
                        .map(target -> new Expression(
                                board.path("title").asText() + ", "
                                        + panel.path("title").asText(),
                                target.path("expr").asText()))));
    }

    private static Expression ofAlert(JsonNode alert) {
        return new Expression(alert.path("alert").asText(), alert.path("expr").asText());
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(Repository.text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
