package io.deskgraph.standalone.suite;

import io.deskgraph.embedded.ChildProcess;
import io.deskgraph.embedded.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of the four services as a process: its command line, its health, its end. */
final class ServiceProcess {
    /** Long enough for requests under way to finish and for the relay to let go of its lock. */
    static final Duration STOP_DEADLINE = Duration.ofSeconds(20);

    /** The last is the hook for the gateway's deadline of heads. */
    private static final List<String> JVM_FLAGS = List.of(
            "-Xms32m", "-Xmx192m", "-Xss512k", "-XX:+UseSerialGC", "-Dio.netty.bootstrap.extensions=serviceload");

    private static final String EXTRA_FLAGS = "DESKGRAPH_JAVA_OPTS";
    private static final int LOG_LINES = 15;

    private final Service service;
    private final int port;
    private final Health health;
    private final ChildProcess process;

    private ServiceProcess(Service service, int port, Health health, ChildProcess process) {
        this.service = service;
        this.port = port;
        this.health = health;
        this.process = process;
    }

    static ServiceProcess start(Service service, ServiceEnvironment environment) {
        return start(service, service.module(), environment);
    }

    /** @param name of the process and its log */
    static ServiceProcess start(Service service, String name, ServiceEnvironment environment) {
        Layout layout = environment.layout();
        int port = environment.ports().http(service);
        int management = environment.ports().management(service);
        requireFree(service, port);
        requireFree(service, management);
        ProcessBuilder builder = new ProcessBuilder(command(layout.runner(service)))
                .directory(layout.state().toFile());
        builder.environment().putAll(environment.of(service));
        ChildProcess process = ChildProcess.start(name, builder, layout.log(name), "TERM");
        return new ServiceProcess(service, port, new Health(management), process);
    }

    private static void requireFree(Service service, int port) {
        if (!FreePorts.isFree(port)) {
            throw new LaunchException(service.module() + " cannot start: port " + port + " is in use");
        }
    }

    private static List<String> command(Path runner) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        String extra = System.getenv(EXTRA_FLAGS);
        if (extra != null && !extra.isBlank()) {
            command.addAll(List.of(extra.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", runner.toString()));
        return command;
    }

    Service service() {
        return service;
    }

    ChildProcess process() {
        return process;
    }

    boolean isReady() {
        return health.isReady();
    }

    /** Throws with the end of its log when the process is gone. */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new LaunchException(obituary());
        }
    }

    String obituary() {
        return service.module() + " (port " + port + ") ended with code " + process.exitCode() + ". The end of "
                + process.log() + ":\n" + process.lastLines(LOG_LINES);
    }

    LaunchException notReadyIn(Duration time) {
        return new LaunchException(service.module() + " is not ready after " + time.toSeconds() + " s (port " + port
                + "; health: " + health.describe() + "). The end of " + process.log() + ":\n"
                + process.lastLines(LOG_LINES));
    }

    void stop() {
        process.stop(STOP_DEADLINE);
    }
}
