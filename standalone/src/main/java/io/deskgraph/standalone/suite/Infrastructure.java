package io.deskgraph.standalone.suite;

import io.deskgraph.embedded.ChildProcess;
import io.deskgraph.embedded.KafkaServer;
import io.deskgraph.embedded.PostgresServer;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with the services' databases, and Kafka: started side by side. */
final class Infrastructure {
    static final String POSTGRES = "postgresql";
    static final String KAFKA = "kafka";

    private static final int STOP_PATIENCE_SECONDS = 15;
    private static final String BROKER_LOG_LEVEL = "-Dorg.slf4j.simpleLogger.defaultLogLevel=info";

    private final ServiceEnvironment environment;
    private final Progress progress;
    private CompletableFuture<PostgresServer> postgres;
    private CompletableFuture<KafkaServer> kafka;
    private volatile @Nullable ClassArchive kafkaArchive;

    private Infrastructure(ServiceEnvironment environment, Progress progress) {
        this.environment = environment;
        this.progress = progress;
        this.postgres = CompletableFuture.supplyAsync(this::startPostgres);
        this.kafka = CompletableFuture.supplyAsync(this::startKafka);
    }

    /** Returns at once; {@link #awaitReady} waits. */
    static Infrastructure start(ServiceEnvironment environment, Progress progress) {
        return new Infrastructure(environment, progress);
    }

    void awaitPostgres() {
        await(postgres);
    }

    void awaitReady() {
        await(CompletableFuture.allOf(postgres, kafka));
    }

    private void await(CompletableFuture<?> started) {
        while (!isDone(started)) {
            String waiting = postgres.isDone() ? "Kafka" : kafka.isDone() ? "PostgreSQL" : "PostgreSQL and Kafka";
            progress.stillAlive("", "waiting for " + waiting);
        }
    }

    private static boolean isDone(CompletableFuture<?> started) {
        try {
            Object unused = started.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw asRuntime(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while starting", e);
        }
    }

    private static RuntimeException asRuntime(@Nullable Throwable cause) {
        return cause instanceof RuntimeException failure ? failure : new LaunchException(String.valueOf(cause));
    }

    private PostgresServer startPostgres() {
        Layout layout = environment.layout();
        int port = environment.ports().postgres();
        progress.say("PostgreSQL", "starting on port " + port);
        PostgresServer.Options options = new PostgresServer.Options(
                layout.postgres(), port, environment.secrets().postgresPassword(), layout.log(POSTGRES), true);
        PostgresServer server = PostgresServer.start(options);
        try {
            for (Service service : Service.values()) {
                server.createService(service.database(), environment.secrets().database(service));
            }
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
        progress.say("PostgreSQL", "ready");
        return server;
    }

    private KafkaServer startKafka() {
        Layout layout = environment.layout();
        Ports ports = environment.ports();
        progress.say("Kafka", "starting on port " + ports.kafka());
        List<String> flags = new ArrayList<>(KafkaServer.Options.DEFAULT_FLAGS);
        flags.add(BROKER_LOG_LEVEL);
        ClassArchive archive = archiveOfBroker(layout);
        if (archive != null) {
            flags.addAll(archive.flags());
        }
        KafkaServer server = KafkaServer.start(new KafkaServer.Options(
                layout.kafka(), ports.kafka(), ports.kafkaController(), layout.log(KAFKA), flags));
        progress.say("Kafka", "ready");
        kafkaArchive = archive;
        return server;
    }

    /** The broker runs on the launcher's own class path. None where that is not the built one, as in tests. */
    private static @Nullable ClassArchive archiveOfBroker(Layout layout) {
        String path = System.getProperty("java.class.path");
        List<Path> jars =
                Stream.of(path.split(File.pathSeparator)).map(Path::of).toList();
        boolean built = jars.stream().allMatch(jar -> jar.startsWith(layout.launcher()));
        return built ? ClassArchive.of(layout.archives(), KAFKA, jars) : null;
    }

    PostgresServer postgres() {
        return postgres.join();
    }

    KafkaServer kafka() {
        return kafka.join();
    }

    List<ChildProcess> processes() {
        return List.of(postgres().process(), kafka().process());
    }

    void killHard(String name) {
        if (name.equals(POSTGRES)) {
            postgres().killHard();
        } else {
            kafka().killHard();
        }
    }

    void restart(String name) {
        if (name.equals(POSTGRES)) {
            postgres = CompletableFuture.completedFuture(startPostgres());
        } else {
            kafka = CompletableFuture.completedFuture(startKafka());
        }
    }

    /** Also right in the middle of a start, which it waits for a little: what it has begun must not stay behind. */
    void stop() {
        stopWhenStarted(kafka, this::stopKafka);
        stopWhenStarted(postgres, PostgresServer::stop);
    }

    private void stopKafka(KafkaServer server) {
        server.stop();
        ClassArchive archive = kafkaArchive;
        if (archive != null) {
            archive.keep(server.process().exitCode());
        }
    }

    private static <T> void stopWhenStarted(CompletableFuture<T> starting, Consumer<T> stop) {
        try {
            stop.accept(starting.get(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            // Never came up, or hangs: then it ends with this JVM.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
