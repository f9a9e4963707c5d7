package io.deskgraph.standalone.suite;

import io.deskgraph.embedded.ChildProcess;
import io.deskgraph.embedded.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the four services as a process: its command line, its health, its end. */
final class ServiceProcess {
    /** More than quarkus.shutdown.delay and quarkus.shutdown.timeout together. */
    static final Duration STOP_DEADLINE = Duration.ofSeconds(30);

    /**
     * What the compiler has freed goes back to the system now and then: a seventh of a process otherwise stays with it. The
     * last is the hook for the gateway's deadline of heads.
     */
    private static final List<String> JVM_FLAGS = List.of(
            "-Xms32m",
            "-Xmx192m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:TrimNativeHeapInterval=10000",
            "-Dio.netty.bootstrap.extensions=serviceload");

    private static final String EXTRA_FLAGS = "DESKGRAPH_JAVA_OPTS";
    private static final int LOG_LINES = 15;

    private final Service service;
    private final int port;
    private final Health health;
    private final ChildProcess process;
    private final @Nullable ClassArchive archive;
    private volatile boolean started;

    private ServiceProcess(
            Service service, int port, Health health, ChildProcess process, @Nullable ClassArchive archive) {
        this.service = service;
        this.port = port;
        this.health = health;
        this.process = process;
        this.archive = archive;
    }

    static ServiceProcess start(Service service, ServiceEnvironment environment) {
        return start(service, service.module(), environment);
    }

    /** @param name of the process and its log */
    static ServiceProcess start(Service service, String name, ServiceEnvironment environment) {
        Layout layout = environment.layout();
        boolean first = name.equals(service.module());
        FlatApplication application = first ? FlatApplication.in(layout.application(service)) : null;
        ClassArchive archive =
                application == null ? null : ClassArchive.of(layout.archives(), name, application.jars());
        List<String> program = application == null || archive == null
                ? runner(layout, service)
                : concat(archive.flags(), application.command());
        return start(service, name, environment, environment.of(service), program, archive);
    }

    /** @param variables where it listens and all else it is told */
    static ServiceProcess start(
            Service service, String name, ServiceEnvironment environment, Map<String, String> variables) {
        return start(service, name, environment, variables, runner(environment.layout(), service), null);
    }

    private static ServiceProcess start(
            Service service,
            String name,
            ServiceEnvironment environment,
            Map<String, String> variables,
            List<String> program,
            @Nullable ClassArchive archive) {
        Layout layout = environment.layout();
        int port = port(variables, "DESKGRAPH_HTTP_PORT");
        int management = port(variables, "DESKGRAPH_MANAGEMENT_PORT");
        requireFree(service, port);
        requireFree(service, management);
        ProcessBuilder builder =
                new ProcessBuilder(command(program)).directory(layout.state().toFile());
        builder.environment().putAll(variables);
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        ChildProcess process = ChildProcess.start(name, builder, layout.log(name), "TERM");
        return new ServiceProcess(service, port, new Health(management), process, archive);
    }

    private static int port(Map<String, String> variables, String name) {
        return Integer.parseInt(variables.getOrDefault(name, "0"));
    }

    private static void requireFree(Service service, int port) {
        if (!FreePorts.isFree(port)) {
            throw new LaunchException(service.module() + " cannot start: port " + port + " is in use");
        }
    }

    private static List<String> runner(Layout layout, Service service) {
        return List.of("-jar", layout.runner(service).toString());
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<String> command(List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        String extra = System.getenv(EXTRA_FLAGS);
        if (extra != null && !extra.isBlank()) {
            command.addAll(List.of(extra.strip().split("\\s+")));
        }
        command.addAll(program);
        return command;
    }

    Service service() {
        return service;
    }

    ChildProcess process() {
        return process;
    }

    boolean isReady() {
        boolean ready = health.isReady();
        if (ready) {
            started = true;
        }
        return ready;
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
        // One that was stopped while starting has loaded too little to be kept for good.
        if (archive != null && started) {
            archive.keep(process.exitCode());
        }
    }
}
