package io.deskgraph.standalone.suite;

import io.deskgraph.embedded.ChildProcess;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.embedded.FreePorts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One more process of a service, beside the suite's own and on the same data. It keeps its ports when it restarts. */
public final class Replica implements AutoCloseable {
    private static final Duration READY_DEADLINE = Duration.ofMinutes(3);

    private final Service service;
    private final String name;
    private final ServiceEnvironment environment;
    private final int port = FreePorts.any();
    private final int managementPort = FreePorts.any();
    private final Map<String, String> variables;
    private @Nullable ServiceProcess running;

    Replica(Service service, String name, ServiceEnvironment environment, Map<String, String> more) {
        this.service = service;
        this.name = name;
        this.environment = environment;
        this.variables = new HashMap<>(environment.of(service));
        variables.put("DESKGRAPH_HTTP_PORT", String.valueOf(port));
        variables.put("DESKGRAPH_MANAGEMENT_PORT", String.valueOf(managementPort));
        variables.putAll(more);
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    /** Returns at once. */
    public ChildProcess launch() {
        ServiceProcess started = ServiceProcess.start(service, name, environment, variables);
        running = started;
        return started.process();
    }

    /** Returns when it is ready. */
    public void start() {
        ChildProcess unused = launch();
        awaitReady();
    }

    public void awaitReady() {
        ServiceProcess started = running();
        Deadline deadline = Deadline.in(READY_DEADLINE);
        while (!started.isReady()) {
            started.requireAlive();
            if (deadline.isOver()) {
                throw started.notReadyIn(READY_DEADLINE);
            }
            boolean unused = started.process().endsWithin(Duration.ofMillis(100));
        }
    }

    /** Asks it to end, and waits until it has. */
    public void stop() {
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private ServiceProcess running() {
        if (running == null) {
            throw new LaunchException(name + " has not been started");
        }
        return running;
    }
}
