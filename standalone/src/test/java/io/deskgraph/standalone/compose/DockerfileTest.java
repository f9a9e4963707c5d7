package io.deskgraph.standalone.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The image keeps every rule, and no rule would let a broken copy of its file pass. */
class DockerfileTest {

    private static final String TEXT = Repository.text("deploy/docker/Dockerfile.jvm");

    @ParameterizedTest
    @EnumSource
    void theFileKeeps(DockerfileRule rule) {
        assertTrue(rule.holdsFor(Dockerfile.parse(TEXT)));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aBrokenCopyIsFound(Broken broken) {
        // Given
        String copy = TEXT.replace(broken.from(), broken.to());
        assertNotEquals(TEXT, copy);

        // When
        boolean holds = broken.rule().holdsFor(Dockerfile.parse(copy));

        // Then
        assertFalse(holds);
    }

    record Broken(DockerfileRule rule, String from, String to) {}

    static Stream<Broken> mutations() {
        return Stream.of(
                new Broken(DockerfileRule.WHOLE_APPLICATION, "quarkus-app/lib/", "quarkus-app/libs/"),
                new Broken(
                        DockerfileRule.WHOLE_APPLICATION, "COPY --chmod=755 ${MODULE}/target/quarkus-app/app/", "# "),
                new Broken(DockerfileRule.ORDINARY_USER, "USER 10001:10001", "USER root"),
                new Broken(DockerfileRule.ORDINARY_USER, "USER 10001:10001\n", ""),
                new Broken(DockerfileRule.EXEC_FORM, "ENTRYPOINT [\"java\",", "ENTRYPOINT java #"),
                new Broken(DockerfileRule.EXEC_FORM, "quarkus-run.jar\"]", "app.jar\"]"),
                new Broken(DockerfileRule.BOUNDED_MEMORY, "-XX:MaxRAMPercentage=50", "-Xmx8g"),
                new Broken(DockerfileRule.BOUNDED_MEMORY, "\"-XX:+ExitOnOutOfMemoryError\", ", ""),
                new Broken(DockerfileRule.PINNED_JRE, "eclipse-temurin:25-jre-noble", "eclipse-temurin:latest"),
                new Broken(DockerfileRule.PINNED_JRE, "eclipse-temurin:25-jre-noble", "eclipse-temurin:17-jre"),
                new Broken(DockerfileRule.HEALTH_CHECK, "/q/health/ready", "/health"),
                new Broken(DockerfileRule.HEALTH_CHECK, "quarkus/ quarkus/", "quarkus/ health.sh"),
                new Broken(DockerfileRule.JSON_LOGS, "LOG_JSON=true", "LOG_JSON=false"),
                new Broken(DockerfileRule.JSON_LOGS, "org.jboss.logmanager.LogManager", "java.util.logging.LogManager"),
                new Broken(
                        DockerfileRule.LISTENS, "DESKGRAPH_MANAGEMENT_HOST=0.0.0.0", "DESKGRAPH_HTTP_HOST=127.0.0.1"));
    }

    @Test
    void everyRuleIsTriedWithABrokenCopy() {
        Set<DockerfileRule> tried = mutations().map(Broken::rule).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(List.of(DockerfileRule.values()), List.copyOf(tried));
    }

    @Test
    void everythingCopiedIsSentToTheBuilder() {
        // Given
        Set<String> sent = Repository.text(".dockerignore")
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .collect(Collectors.toSet());

        // When
        Set<String> copied = Dockerfile.parse(TEXT).copied().stream()
                .map(DockerfileTest::sentAs)
                .flatMap(path -> ComposeFile.MODULES.values().stream().map(module -> path.replace("${MODULE}", module)))
                .collect(Collectors.toSet());

        // Then
        assertEquals(sent, copied);
    }

    private static String sentAs(String path) {
        return path.replaceFirst("(/quarkus-app)/.*", "$1");
    }
}
