package io.deskgraph.standalone.kubernetes;

import static io.deskgraph.standalone.kubernetes.Manifests.elements;
import static io.deskgraph.standalone.kubernetes.Manifests.name;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.contracts.Topics;
import io.deskgraph.standalone.compose.Configuration;
import io.deskgraph.standalone.compose.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every manifest is what the API server takes, and says of the applications what they say of themselves. */
class ManifestTest {

    private static final Manifests MANIFESTS = Manifests.read();

    static Stream<JsonNode> documents() {
        return MANIFESTS.documents().stream();
    }

    static Set<String> deployments() {
        return Manifests.MODULES.keySet();
    }

    @Test
    void everyFileIsPartOfTheBase() throws IOException {
        try (Stream<Path> files = Files.list(Repository.path(Manifests.BASE))) {
            Set<String> found = files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("kustomization.yaml"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> named = Manifests.texts(Manifests.yaml(Manifests.BASE + "kustomization.yaml")
                            .path("resources"))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(found, named);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyMemberIsKnownToItsType(JsonNode document) {
        String kind = document.path("kind").asText();
        if (!StrictModels.UNMODELLED.contains(kind)) {
            assertTrue(StrictModels.TYPES.containsKey(kind), kind);
            assertEquals(Set.of(), StrictModels.unknownMembers(document));
        }
    }

    @Test
    void aMemberThatNoTypeKnowsIsFound() {
        ObjectNode broken = MANIFESTS.named("Deployment", "gateway").deepCopy();
        ((ObjectNode) broken.at("/spec/template/spec/containers/0")).put("imagePolicy", "Always");

        assertFalse(StrictModels.unknownMembers(broken).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void portsAreTheApplications(String name) {
        Configuration configuration = Configuration.of(Manifests.MODULES.get(name));
        int http = Integer.parseInt(configuration.value("deskgraph.http.port"));
        int management = Integer.parseInt(configuration.value("deskgraph.management.port"));
        JsonNode container = MANIFESTS.container(name, "containers");

        assertEquals(http, port(container.path("ports"), "http", "containerPort"));
        assertEquals(management, port(container.path("ports"), "management", "containerPort"));
        assertEquals(http, port(MANIFESTS.named("Service", name).at("/spec/ports"), "http", "port"));
    }

    private static int port(JsonNode ports, String name, String member) {
        return elements(ports)
                .filter(port -> port.path("name").asText().equals(name))
                .mapToInt(port -> port.path(member).asInt())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void probesAskTheManagementPort(String name) {
        JsonNode container = MANIFESTS.container(name, "containers");

        assertEquals(
                "/q/health/started", container.at("/startupProbe/httpGet/path").asText());
        assertEquals(
                "/q/health/ready", container.at("/readinessProbe/httpGet/path").asText());
        assertEquals(
                "/q/health/live", container.at("/livenessProbe/httpGet/path").asText());
        Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                .forEach(probe -> assertEquals(
                        "management", container.path(probe).at("/httpGet/port").asText()));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void thereIsTimeToFinish(String name) {
        Configuration configuration = Configuration.of(Manifests.MODULES.get(name));
        int needed =
                configuration.seconds("quarkus.shutdown.delay") + configuration.seconds("quarkus.shutdown.timeout");

        assertTrue(MANIFESTS
                        .named("Deployment", name)
                        .at("/spec/template/spec/terminationGracePeriodSeconds")
                        .asInt()
                > needed);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void podsMayDoNothingButServe(String name) {
        JsonNode pod = MANIFESTS.named("Deployment", name).at("/spec/template/spec");

        assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
        assertEquals(
                "RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText());
        assertFalse(pod.path("automountServiceAccountToken").asBoolean(true));
        Stream.of("initContainers", "containers")
                .flatMap(list -> elements(pod.path(list)))
                .forEach(container -> {
                    JsonNode context = container.path("securityContext");
                    assertTrue(context.path("readOnlyRootFilesystem").asBoolean());
                    assertFalse(context.path("allowPrivilegeEscalation").asBoolean(true));
                    assertEquals("ALL", context.at("/capabilities/drop/0").asText());
                    assertTrue(container.at("/resources/limits/memory").isTextual());
                });
    }

    @Test
    void topicsAreThoseOfTheContracts() {
        Set<String> expected = Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                .collect(Collectors.toSet());

        assertEquals(expected, MANIFESTS.kind("KafkaTopic").map(Manifests::name).collect(Collectors.toSet()));
    }

    /** A patch of a place that is not there would be refused by kustomize, but only on the day of the deployment. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyPatchOfAnOverlayFindsItsPlace(String overlay) {
        JsonNode kustomization = Manifests.yaml("deploy/kubernetes/overlays/" + overlay + "/kustomization.yaml");

        elements(kustomization.path("patches")).forEach(patch -> {
            String kind = patch.at("/target/kind").asText();
            String name = patch.at("/target/name").asText();
            Set<JsonNode> targets = MANIFESTS
                    .kind(kind)
                    .filter(document -> name.isEmpty() || name(document).equals(name))
                    .collect(Collectors.toSet());
            assertFalse(targets.isEmpty(), kind);
            elements(Manifests.parse(patch.path("patch").asText()))
                    .forEach(operation -> targets.forEach(target -> {
                        String place = operation.path("path").asText();
                        assertFalse(target.at(place).isMissingNode(), () -> name(target) + place);
                    }));
        });
    }
}
