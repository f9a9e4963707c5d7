package io.deskgraph.standalone.kubernetes;

import static io.deskgraph.standalone.kubernetes.Manifests.elements;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.standalone.compose.Configuration;
import io.deskgraph.standalone.compose.Dockerfile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pods are told is what the applications read, and points at what is there. */
class EnvironmentTest {

    private static final Manifests MANIFESTS = Manifests.read();
    private static final String UPSTREAM = "DESKGRAPH_UPSTREAM_";

    static Set<String> deployments() {
        return Manifests.MODULES.keySet();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyVariableIsRead(String name) {
        Set<String> known = Configuration.variables(
                Configuration.of(Manifests.MODULES.get(name)).known());
        Set<String> unknown = new TreeSet<>(told(name, "containers"));
        unknown.removeAll(known);
        unknown.removeIf(variable -> variable.startsWith("QUARKUS_"));

        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void nothingThatIsNeededIsMissing(String name) {
        Set<String> needed = Configuration.variables(
                Configuration.of(Manifests.MODULES.get(name)).required());

        Stream.of("initContainers", "containers").forEach(list -> {
            Set<String> missing = new TreeSet<>(needed);
            missing.removeAll(told(name, list));
            assertEquals(Set.of(), missing, list);
        });
    }

    private static Set<String> told(String deployment, String list) {
        JsonNode container = MANIFESTS.container(deployment, list);
        Stream<String> own = elements(container.path("env"))
                .map(variable -> variable.path("name").asText());
        Stream<String> shared = elements(container.path("envFrom"))
                .flatMap(from -> names(MANIFESTS
                        .named("ConfigMap", from.at("/configMapRef/name").asText())
                        .path("data")));
        Stream<String> image = Dockerfile.read().environment().keySet().stream();
        return Stream.of(own, shared, image).flatMap(names -> names).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void onlyTheMigrationKnowsTheOwnersPassword(String name) {
        assertEquals(
                "not-given",
                variable(name, "containers", "DESKGRAPH_DB_OWNER_PASSWORD")
                        .path("value")
                        .asText());
        assertEquals(
                "false",
                variable(name, "containers", "QUARKUS_FLYWAY_MIGRATE_AT_START")
                        .path("value")
                        .asText());
        assertEquals(
                "true",
                variable(name, "initContainers", "QUARKUS_INIT_AND_EXIT")
                        .path("value")
                        .asText());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theMigrationIsGivenNoOtherSecret(String name) {
        JsonNode migration = MANIFESTS.container(name, "initContainers");
        Set<String> secret = elements(migration.path("env"))
                .filter(variable -> variable.has("valueFrom"))
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());

        assertEquals(Set.of("DESKGRAPH_DB_OWNER_PASSWORD"), secret);
        assertEquals(
                List.of("/tmp"),
                elements(migration.path("volumeMounts"))
                        .map(mount -> mount.path("mountPath").asText())
                        .toList());
    }

    private static JsonNode variable(String deployment, String list, String name) {
        return elements(MANIFESTS.container(deployment, list).path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(deployment + " is not told " + name));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyDatabaseIsItsOwn(String name) {
        String database = Configuration.of(Manifests.MODULES.get(name)).value("deskgraph.db.name");
        JsonNode cluster = MANIFESTS.named("Cluster", database + "-db");

        assertEquals(
                database + "-db-rw",
                variable(name, "containers", "DESKGRAPH_DB_HOST").path("value").asText());
        assertEquals(database, cluster.at("/spec/bootstrap/initdb/database").asText());
        Stream.of("APP", "SYSTEM")
                .forEach(role -> assertEquals(
                        database + "-db-" + role.toLowerCase(Locale.ROOT),
                        variable(name, "containers", "DESKGRAPH_DB_" + role + "_PASSWORD")
                                .at("/valueFrom/secretKeyRef/name")
                                .asText()));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void upstreamsAreWhereTheServicesAre(String name) {
        elements(MANIFESTS.container(name, "containers").path("env"))
                .filter(variable -> variable.path("name").asText().startsWith(UPSTREAM))
                .forEach(variable -> {
                    String peer = variable.path("name")
                            .asText()
                            .substring(UPSTREAM.length())
                            .toLowerCase(Locale.ROOT);
                    String port = Configuration.of(Manifests.MODULES.get(peer)).value("deskgraph.http.port");
                    assertEquals(
                            "http://" + peer + ":" + port,
                            variable.path("value").asText());
                });
    }

    @Test
    void onlyTheGatewayIsReachedFromOutside() {
        Set<String> open = MANIFESTS
                .kind("NetworkPolicy")
                .filter(policy -> elements(policy.at("/spec/ingress"))
                        .flatMap(rule -> elements(rule.path("from")))
                        .anyMatch(from ->
                                from.at("/namespaceSelector/matchLabels").has("deskgraph.io/ingress")))
                .map(policy -> policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1name")
                        .asText())
                .collect(Collectors.toSet());

        assertEquals(Set.of("gateway"), open);
    }

    /** Each way from one service to another is open on both sides, or a call would hang. */
    @ParameterizedTest
    @MethodSource("deployments")
    void theWayToEachUpstreamIsOpen(String name) {
        elements(MANIFESTS.container(name, "containers").path("env"))
                .map(variable -> variable.path("name").asText())
                .filter(variable -> variable.startsWith(UPSTREAM))
                .map(variable -> variable.substring(UPSTREAM.length()).toLowerCase(Locale.ROOT))
                .forEach(peer -> {
                    assertEquals(1, ways("from-" + name, "egress", "to", peer), name + " may call " + peer);
                    assertEquals(1, ways("to-" + peer, "ingress", "from", name), peer + " may be called by " + name);
                });
    }

    private static long ways(String policy, String direction, String ends, String peer) {
        return elements(MANIFESTS.named("NetworkPolicy", policy).path("spec").path(direction))
                .flatMap(rule -> elements(rule.path(ends)))
                .filter(end -> end.at("/podSelector/matchLabels/app.kubernetes.io~1name")
                        .asText()
                        .equals(peer))
                .count();
    }
}
