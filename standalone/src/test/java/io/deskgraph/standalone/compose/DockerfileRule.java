package io.deskgraph.standalone.compose;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What has to hold for the image of a service. */
enum DockerfileRule {
    WHOLE_APPLICATION(file -> application(file).equals(Dockerfile.APPLICATION)),
    ORDINARY_USER(
            file -> file.all("USER").size() == 1 && file.all("USER").get(0).matches("[1-9]\\d*:[1-9]\\d*")),
    EXEC_FORM(file ->
            entry(file).startsWith("[\"java\", ") && entry(file).endsWith("\"-jar\", \"/deskgraph/quarkus-run.jar\"]")),
    BOUNDED_MEMORY(file -> entry(file).contains("\"-XX:MaxRAMPercentage=")
            && entry(file).contains("\"-XX:+ExitOnOutOfMemoryError\"")
            && !entry(file).contains("-Xmx")),
    PINNED_JRE(file -> file.all("FROM").equals(List.of("eclipse-temurin:25-jre-noble"))),
    HEALTH_CHECK(file -> file.all("HEALTHCHECK").size() == 1
            && file.all("HEALTHCHECK").get(0).endsWith("CMD [\"/deskgraph/health.sh\", \"/q/health/ready\"]")
            && file.all("COPY").stream()
                            .filter(line -> line.endsWith(" health.sh"))
                            .count()
                    == 1
            && file.all("WORKDIR").equals(List.of("/deskgraph"))),
    // Without the log manager what is logged before the configuration is read is not JSON.
    JSON_LOGS(file -> "true".equals(file.environment().get("DESKGRAPH_LOG_JSON"))
            && entry(file).contains("\"-Djava.util.logging.manager=org.jboss.logmanager.LogManager\"")),
    LISTENS(file -> Map.of(
                    "DESKGRAPH_HTTP_HOST", "0.0.0.0",
                    "DESKGRAPH_HTTP_PORT", "${HTTP_PORT}",
                    "DESKGRAPH_MANAGEMENT_HOST", "0.0.0.0",
                    "DESKGRAPH_MANAGEMENT_PORT", "${MANAGEMENT_PORT}")
            .entrySet()
            .stream()
            .allMatch(entry -> entry.getValue().equals(file.environment().get(entry.getKey()))));

    private final Predicate<Dockerfile> check;

    DockerfileRule(Predicate<Dockerfile> check) {
        this.check = check;
    }

    boolean holdsFor(Dockerfile file) {
        return check.test(file);
    }

    private static Set<String> application(Dockerfile file) {
        Set<String> copied = new HashSet<>();
        file.copied().stream()
                .filter(path -> path.startsWith("${MODULE}/target/quarkus-app/"))
                .map(path -> path.substring(path.indexOf("quarkus-app/") + "quarkus-app/".length()))
                .forEach(copied::add);
        return copied;
    }

    private static String entry(Dockerfile file) {
        return String.join("", file.all("ENTRYPOINT"));
    }
}
