package io.deskgraph.standalone.suite;

import io.deskgraph.embedded.ChildProcess;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.embedded.PostgresServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The suite's processes. PostgreSQL and Kafka start together, and the four services as soon as PostgreSQL is there; they
 * stop the other way round. {@link #stop} is right at any moment, also from another thread in the middle of a start.
 */
public final class RunningSuite implements AutoCloseable {
    private static final Duration READY_DEADLINE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ServiceEnvironment environment;
    private final Credentials credentials;
    private final Progress progress;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final List<ServiceProcess> replicas = new CopyOnWriteArrayList<>();
    private @Nullable Infrastructure infrastructure;
    private boolean stopped;

    private RunningSuite(ServiceEnvironment environment, Credentials credentials, Progress progress) {
        this.environment = environment;
        this.credentials = credentials;
        this.progress = progress;
    }

    /** Makes or reads the secrets of the data directory and writes the credentials; starts nothing yet. */
    public static RunningSuite prepare(Layout layout, Ports ports, Progress progress) {
        return prepare(layout, ports, progress, Map.of());
    }

    /** @param more variables that all services are told besides */
    public static RunningSuite prepare(Layout layout, Ports ports, Progress progress, Map<String, String> more) {
        if (!layout.missingRunners().isEmpty()) {
            throw new LaunchException("Not built yet: "
                    + layout.missingRunners().get(0) + " is missing. Build it: ./mvnw -DskipTests package");
        }
        Secrets secrets = Secrets.loadOrCreate(layout);
        TokenKeys keys = TokenKeys.loadOrCreate(layout);
        Credentials credentials = Credentials.of(Bootstrap.loadOrCreate(layout), ports);
        credentials.write(layout);
        return new RunningSuite(new ServiceEnvironment(layout, ports, secrets, keys, more), credentials, progress);
    }

    /** Returns when every service says it is ready; when one does not get there, all is stopped and it throws. */
    public void start() {
        try {
            Infrastructure servers = begin();
            servers.awaitPostgres();
            // Kafka may come later: by the time a service has loaded its classes it is there.
            startServices();
            servers.awaitReady();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private synchronized Infrastructure begin() {
        requireNotStopped();
        infrastructure = Infrastructure.start(environment, progress);
        return infrastructure;
    }

    private synchronized ServiceProcess launch(Service service) {
        requireNotStopped();
        progress.say(service.module(), "starting on port " + environment.ports().http(service));
        ServiceProcess process = ServiceProcess.start(service, environment);
        services.put(service, process);
        return process;
    }

    private synchronized void requireNotStopped() {
        if (stopped) {
            throw new LaunchException("Stopped while starting");
        }
    }

    private void awaitReady(Set<Service> waitingFor) {
        Deadline deadline = Deadline.in(READY_DEADLINE);
        Set<Service> waiting = EnumSet.copyOf(waitingFor);
        while (!waiting.isEmpty()) {
            requireNotStopped();
            waiting.removeIf(service -> isReady(process(service)));
            progress.stillAlive("", "waiting for " + names(waiting));
            if (!waiting.isEmpty()) {
                ServiceProcess next = process(waiting.iterator().next());
                if (deadline.isOver()) {
                    throw next.notReadyIn(READY_DEADLINE);
                }
                boolean unused = next.process().endsWithin(PAUSE);
            }
        }
    }

    private boolean isReady(ServiceProcess service) {
        service.requireAlive();
        boolean ready = service.isReady();
        if (ready) {
            progress.say(service.service().module(), "ready");
        }
        return ready;
    }

    private static String names(Set<Service> waiting) {
        return waiting.stream().map(Service::module).collect(Collectors.joining(", "));
    }

    private synchronized ServiceProcess process(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new LaunchException(service.module() + " has not been started");
        }
        return process;
    }

    private synchronized Infrastructure infrastructure() {
        if (infrastructure == null) {
            throw new LaunchException("Nothing has been started");
        }
        return infrastructure;
    }

    public Credentials credentials() {
        return credentials;
    }

    public Ports ports() {
        return environment.ports();
    }

    public PostgresServer postgres() {
        return infrastructure().postgres();
    }

    /** The processes as another command shows them. */
    public List<RunState.Process> describe() {
        List<RunState.Process> processes = new ArrayList<>();
        Infrastructure servers = infrastructure();
        processes.add(describe(servers.postgres().process(), ports().postgres(), 0));
        processes.add(describe(servers.kafka().process(), ports().kafka(), 0));
        for (Service service : Service.values()) {
            processes.add(describe(process(service).process(), ports().http(service), ports().management(service)));
        }
        return processes;
    }

    private static RunState.Process describe(ChildProcess process, int port, int management) {
        return new RunState.Process(
                process.name(), process.pid(), port, management, process.log().toString());
    }

    /** Waits for as long as all processes live; answers what is to be said about the first that has ended. */
    public String awaitDeath() {
        List<CompletableFuture<ChildProcess>> ends = new ArrayList<>();
        infrastructure().processes().forEach(process -> ends.add(process.onExit()));
        for (Service service : Service.values()) {
            ends.add(process(service).process().onExit());
        }
        Object first = CompletableFuture.anyOf(ends.toArray(new CompletableFuture<?>[0]))
                .join();
        ChildProcess dead = (ChildProcess) first;
        return dead.name() + " ended with code " + dead.exitCode() + ". The end of " + dead.log() + ":\n"
                + dead.lastLines(15);
    }

    /** SIGKILL, as a crash would; the name is that of a service, {@code postgresql} or {@code kafka}. */
    public void killHard(String name) {
        if (isServer(name)) {
            infrastructure().killHard(name);
        } else {
            process(Service.named(name)).process().killHard();
        }
    }

    /** Starts again, on the same data and ports, what was killed; returns when it is ready. */
    public void restart(String name) {
        if (isServer(name)) {
            infrastructure().restart(name);
        } else {
            Service service = Service.named(name);
            launch(service);
            awaitReady(EnumSet.of(service));
        }
    }

    /** Tells all four services to stop, as for an upgrade; returns when they have ended. */
    public void stopServices() {
        Map<Service, ServiceProcess> running;
        synchronized (this) {
            running = new EnumMap<>(services);
        }
        stopServices(running);
    }

    /** Starts all four services again; returns when they are ready. */
    public void startServices() {
        for (Service service : Service.values()) {
            launch(service);
        }
        awaitReady(EnumSet.allOf(Service.class));
    }

    /**
     * A further process of a service, on the same data and on ports of its own. It is not part of the suite: whoever asks
     * for it stops it.
     *
     * @param more variables that differ from those of the suite's own process
     */
    public Replica replica(Service service, String name, Map<String, String> more) {
        return new Replica(service, name, environment, more);
    }

    /** One more process of a service, beside the one that runs; returns its address when it is ready. */
    public URI addReplica(Service service) {
        ServiceEnvironment beside = environment.beside(service);
        ServiceProcess replica = launchReplica(service, beside);
        if (!Deadline.in(READY_DEADLINE).await(() -> isReady(replica))) {
            throw replica.notReadyIn(READY_DEADLINE);
        }
        return URI.create("http://localhost:" + beside.ports().http(service));
    }

    private synchronized ServiceProcess launchReplica(Service service, ServiceEnvironment beside) {
        requireNotStopped();
        String name = service.module() + "-" + (2 + replicas.size());
        ServiceProcess replica = ServiceProcess.start(service, name, beside);
        replicas.add(replica);
        return replica;
    }

    private static boolean isServer(String name) {
        return name.equals(Infrastructure.POSTGRES) || name.equals(Infrastructure.KAFKA);
    }

    /** The gateway first, so that nothing new comes in; then the services, Kafka, and PostgreSQL last. */
    public void stop() {
        Map<Service, ServiceProcess> running;
        Infrastructure servers;
        synchronized (this) {
            stopped = true;
            running = new EnumMap<>(services);
            servers = infrastructure;
        }
        stopReplicas();
        stopServices(running);
        if (servers != null) {
            servers.stop();
        }
    }

    private void stopReplicas() {
        replicas.forEach(ServiceProcess::stop);
    }

    private static void stopServices(Map<Service, ServiceProcess> running) {
        ServiceProcess gateway = running.remove(Service.GATEWAY);
        if (gateway != null) {
            gateway.stop();
        }
        CompletableFuture<?>[] stops = running.values().stream()
                .map(service -> CompletableFuture.runAsync(service::stop))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(stops).join();
    }

    @Override
    public void close() {
        stop();
    }
}
