package io.deskgraph.standalone.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the containers run. */
final class RunRules {

    private static final Set<String> HEALTH_PATHS = Set.of("/q/health/ready", "/q/health/live");
    private static final Pattern PINNED = Pattern.compile("[a-z/-]+:\\d+(\\.\\d+)+");
    private static final Map<String, String> DATA = Map.of(
            "postgres", "postgres-data:/var/lib/postgresql",
            "kafka", "kafka-data:/var/lib/kafka/data",
            "tickets", "documents:/documents");
    private static final Map<String, String> BROKER = Map.of(
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
            "KAFKA_PROCESS_ROLES", "broker,controller",
            "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1",
            "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1",
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1");

    private RunRules() {}

    static Stream<String> healthChecks(ComposeFile file) {
        Stream<String> none = file.services().stream()
                .filter(service -> service.healthTest().size() < 2
                        || service.section("healthcheck").containsKey("disable"))
                .map(service -> service.name() + " has no health check");
        Stream<String> wrong = file.ours().stream()
                .filter(service -> !asksTheManagementPort(service))
                .map(service -> service.name() + ": not a health check of ours: " + service.healthTest());
        return Stream.concat(none, wrong);
    }

    private static boolean asksTheManagementPort(ComposeService service) {
        List<String> test = service.healthTest();
        Configuration configuration = service.configuration();
        // The paths are those of a service that moved nothing.
        boolean moved = configuration.defaults().keySet().stream()
                .anyMatch(key -> key.endsWith(".root-path") || key.startsWith("quarkus.smallrye-health."));
        return !moved
                && configuration.value("quarkus.management.enabled").equals("true")
                && Repository.text("service-kit/pom.xml").contains("quarkus-smallrye-health")
                && test.size() == 3
                && test.subList(0, 2).equals(List.of("CMD", "/deskgraph/health.sh"))
                && HEALTH_PATHS.contains(test.get(2));
    }

    static Stream<String> dependencies(ComposeFile file) {
        Stream<String> unhealthy = file.services().stream()
                .flatMap(service -> service.section("depends_on").entrySet().stream()
                        .filter(entry -> !"service_healthy"
                                .equals(ComposeFile.map(entry.getValue()).get("condition")))
                        .map(entry -> service.name() + " does not wait for " + entry.getKey()));
        Stream<String> missing = file.ours().stream()
                .filter(service -> !service.section("depends_on").keySet().containsAll(Set.of("postgres", "kafka")))
                .map(service -> service.name() + " does not wait for postgres and kafka");
        return Stream.concat(unhealthy, missing);
    }

    static Stream<String> images(ComposeFile file) {
        return file.services().stream()
                .filter(service -> !PINNED.matcher(service.text("image")).matches())
                .map(service -> service.name() + ": " + service.text("image"));
    }

    static Stream<String> limits(ComposeFile file) {
        return file.services().stream()
                .filter(service -> !service.limits().keySet().containsAll(Set.of("cpus", "memory", "pids"))
                        || !service.text("restart").equals("unless-stopped"))
                .map(service -> service.name() + " has no limits or is not restarted");
    }

    static Stream<String> gracefulStop(ComposeFile file) {
        return file.ours().stream()
                .filter(service -> Durations.seconds(service.text("stop_grace_period")) <= shutdown(service))
                .map(service -> service.name() + " is killed before it has stopped");
    }

    private static int shutdown(ComposeService service) {
        Configuration configuration = service.configuration();
        return configuration.seconds("quarkus.shutdown.timeout") + configuration.seconds("quarkus.shutdown.delay");
    }

    static Stream<String> confinement(ComposeFile file) {
        Stream<String> privileged = file.services().stream()
                .filter(service -> service.definition().containsKey("privileged")
                        || !service.list("security_opt").contains("no-new-privileges:true"))
                .map(service -> service.name() + " may gain privileges");
        Stream<String> ours = file.ours().stream()
                .filter(service -> !service.text("read_only").equals("true")
                        || !service.list("cap_drop").equals(List.of("ALL"))
                        || service.text("user").matches("(|0.*|root.*)"))
                .map(service -> service.name() + " is not confined");
        return Stream.concat(privileged, ours);
    }

    static Stream<String> keptData(ComposeFile file) {
        return DATA.entrySet().stream()
                .filter(entry -> !file.service(entry.getKey()).list("volumes").contains(entry.getValue())
                        || !file.section("volumes").containsKey(entry.getValue().split(":", 2)[0]))
                .map(entry -> entry.getKey() + " loses its data");
    }

    static Stream<String> broker(ComposeFile file) {
        Map<String, String> environment = file.service("kafka").environment();
        return BROKER.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(environment.get(entry.getKey())))
                .map(entry -> entry.getKey() + " is not " + entry.getValue());
    }
}
