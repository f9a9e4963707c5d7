package io.deskgraph.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A real PostgreSQL and a real Kafka for every {@code @QuarkusTest}, started once in a test JVM and ended with it. Found
 * by the service loader, so that no test has to name it.
 */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Servers servers = Servers.running();
        return Map.of(
                "deskgraph.db.host", "127.0.0.1",
                "deskgraph.db.port", servers.postgresPort(),
                "deskgraph.db.owner.password", servers.password(),
                "deskgraph.db.app.password", servers.password(),
                "deskgraph.db.system.password", servers.password(),
                "deskgraph.kafka.bootstrap-servers", servers.bootstrapServers());
    }

    /** Nothing: the servers are shared by all test classes and end with the JVM. */
    @Override
    public void stop() {}
}
