package io.deskgraph.standalone.compose;

import static io.deskgraph.standalone.compose.ComposeRule.*;

import java.util.List;

/** One way to break the compose file: the first place of a text replaced by another. */
record Mutation(ComposeRule rule, String from, String to) {

    private static final String DEMANDED = ":?is not set, run deploy/docker/make-env.sh}";

    static final List<Mutation> ALL = List.of(
            new Mutation(KNOWN_VARIABLES, "DESKGRAPH_UPSTREAM_LINKS:", "DESKGRAPH_UPSTREAM_LINK:"),
            new Mutation(KNOWN_VARIABLES, "DESKGRAPH_DB_HOST:", "DESKGRAPH_DATABASE_HOST:"),
            new Mutation(KNOWN_VARIABLES, "DESKGRAPH_BOOTSTRAP_FILE:", "DESKGRAPH_BOOTSTRAP:"),
            new Mutation(COMPLETE_CONFIGURATION, "      DESKGRAPH_KEYS_HASH_SECRET:", "      OTHER_SECRET:"),
            new Mutation(COMPLETE_CONFIGURATION, "      DESKGRAPH_DB_SYSTEM_PASSWORD:", "      OTHER_PASSWORD:"),
            new Mutation(COMPLETE_CONFIGURATION, "      DESKGRAPH_TOKEN_PRIVATE_KEY_FILE:", "      OTHER_FILE:"),
            new Mutation(OWN_PORTS, "HTTP_PORT: \"8081\"", "HTTP_PORT: \"8080\""),
            new Mutation(OWN_PORTS, "MANAGEMENT_PORT: \"9083\"", "MANAGEMENT_PORT: \"9093\""),
            new Mutation(OWN_PORTS, "http://assets:8082", "http://assets:8083"),
            new Mutation(OWN_PORTS, "http://links:8083", "http://127.0.0.1:8083"),
            new Mutation(OWN_DATABASE, "APP_PASSWORD: \"${LINKS_APP_", "APP_PASSWORD: \"${ASSETS_APP_"),
            new Mutation(
                    OWN_DATABASE,
                    "DESKGRAPH_DB_APP_PASSWORD: \"${TICKETS_APP_",
                    "DESKGRAPH_DB_APP_PASSWORD: \"${TICKETS_OWNER_"),
            new Mutation(NO_LITERAL_SECRET, "\"${POSTGRES_PASSWORD" + DEMANDED + "\"", "postgres"),
            new Mutation(
                    NO_LITERAL_SECRET,
                    "${DESKGRAPH_KEYS_HASH_SECRET" + DEMANDED,
                    "${DESKGRAPH_KEYS_HASH_SECRET:-c2VjcmV0}"),
            new Mutation(NO_LITERAL_SECRET, "${LINKS_APP_PASSWORD" + DEMANDED, "${LINKS_APP_PASSWORD}"),
            new Mutation(GRANTED_SECRET_FILES, "/run/secrets/bootstrap", "/run/secrets/first-tenant"),
            new Mutation(GRANTED_SECRET_FILES, "secrets: [token-public-key]", "secrets: [token-public-key, bootstrap]"),
            new Mutation(GRANTED_SECRET_FILES, "file: ./deploy/docker/secrets/", "file: ./deploy/docker/"),
            new Mutation(GRANTED_SECRET_FILES, "\n  bootstrap:\n", "\n  first-tenant:\n"),
            new Mutation(HEALTH_CHECKS, "/q/health/ready", "/health"),
            new Mutation(HEALTH_CHECKS, "test: [\"CMD\", \"pg_isready\"", "disable: [\"CMD\", \"pg_isready\""),
            new Mutation(
                    HEALTHY_DEPENDENCIES, "kafka: {condition: service_healthy}", "kafka: {condition: service_started}"),
            new Mutation(HEALTHY_DEPENDENCIES, "postgres: {condition: service_healthy}", ""),
            new Mutation(PINNED_IMAGES, "postgres:18.3", "postgres:latest"),
            new Mutation(PINNED_IMAGES, "apache/kafka:4.2.0", "apache/kafka"),
            new Mutation(PINNED_IMAGES, "deskgraph/gateway:0.1.0", "deskgraph/gateway:latest"),
            new Mutation(LIMITS, "memory: 1G", "priority: 1"),
            new Mutation(LIMITS, "restart: unless-stopped", "restart: \"no\""),
            new Mutation(GRACEFUL_STOP, "stop_grace_period: 30s", "stop_grace_period: 20s"),
            new Mutation(CONFINEMENT, "read_only: true", "read_only: false"),
            new Mutation(CONFINEMENT, "cap_drop: [ALL]", "cap_drop: [NET_RAW]"),
            new Mutation(CONFINEMENT, "user: \"${DESKGRAPH_UID:-10001}", "user: \"0"),
            new Mutation(CONFINEMENT, "security_opt:", "x-security:"),
            new Mutation(KEPT_DATA, "postgres-data:/var/lib/postgresql", "postgres-data:/var/lib/postgresql/data"),
            new Mutation(KEPT_DATA, "\n  kafka-data: {}", ""),
            new Mutation(ONE_WAY_IN, "${DESKGRAPH_BIND:-127.0.0.1}:", ""),
            new Mutation(ONE_WAY_IN, "${DESKGRAPH_BIND:-127.0.0.1}", "${DESKGRAPH_BIND:-0.0.0.0}"),
            new Mutation(ONE_WAY_IN, ":8080\"\n", ":8081\"\n"),
            new Mutation(
                    ONE_WAY_IN,
                    "    networks: [database]",
                    "    ports: [\"127.0.0.1:5432:5432\"]\n    networks: [database]"),
            new Mutation(SEPARATE_NETWORKS, "networks: [events]", "networks: [events, services]"),
            new Mutation(SEPARATE_NETWORKS, "    networks: [database]\n", ""),
            new Mutation(SEPARATE_NETWORKS, "services: {internal: true}", "services: {}"),
            new Mutation(
                    SEPARATE_NETWORKS, "networks: [services, database, events]", "networks: [edge, database, events]"),
            new Mutation(STRICT_BROKER, "TOPICS_ENABLE: \"false\"", "TOPICS_ENABLE: \"true\""),
            new Mutation(STRICT_BROKER, "LOG_REPLICATION_FACTOR: \"1\"", "LOG_REPLICATION_FACTOR: \"3\""));

    String apply(String text) {
        int at = text.indexOf(from);
        return at < 0 ? text : text.substring(0, at) + to + text.substring(at + from.length());
    }
}
