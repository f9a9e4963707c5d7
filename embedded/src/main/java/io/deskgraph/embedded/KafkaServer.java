package io.deskgraph.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka of one node (broker and controller in one process) on 127.0.0.1, in a JVM of its own. */
public final class KafkaServer implements AutoCloseable {
    private static final Duration START_DEADLINE = Duration.ofSeconds(90);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Options options;
    private final ChildProcess process;

    private KafkaServer(Options options, ChildProcess process) {
        this.options = options;
        this.process = process;
    }

    /**
     * What to start.
     *
     * @param port for clients; 0 for any free one
     * @param controllerPort for the node's own controller; 0 for any free one
     */
    public record Options(Path dataDir, int port, int controllerPort, Path logFile, List<String> jvmFlags) {
        public static final List<String> DEFAULT_FLAGS = List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC");

        public static Options in(Path dataDir, Path logFile) {
            return new Options(dataDir, 0, 0, logFile, DEFAULT_FLAGS);
        }

        public Options onPorts(int client, int controller) {
            return new Options(dataDir, client, controller, logFile, jvmFlags);
        }

        private Options resolved() {
            int client = port == 0 ? FreePorts.any() : port;
            int controller = controllerPort == 0 ? FreePorts.any() : controllerPort;
            return onPorts(client, controller);
        }
    }

    /** Returns when the broker answers an admin client. Topics that are in the directory already are kept. */
    public static KafkaServer start(Options wanted) {
        Options options = wanted.resolved();
        KafkaServer server = new KafkaServer(options, launch(options));
        server.awaitReady();
        return server;
    }

    private static ChildProcess launch(Options options) {
        FreePorts.require("Kafka", options.port());
        FreePorts.require("Kafka", options.controllerPort());
        try {
            Files.createDirectories(options.dataDir());
            Path properties = BrokerProperties.write(options);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options.jvmFlags());
            command.add("-Djava.awt.headless=true");
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.addAll(List.of(BrokerMain.class.getName(), properties.toString()));
            return ChildProcess.start("kafka", new ProcessBuilder(command), options.logFile(), "TERM");
        } catch (IOException e) {
            throw new EmbeddedServerException("Kafka's data directory cannot be used: " + e.getMessage(), e);
        }
    }

    private void awaitReady() {
        Deadline deadline = Deadline.in(START_DEADLINE);
        // Looking at the port first keeps the admin client from filling the log with refused connections.
        while (!accepts() || !answers()) {
            if (process.endsWithin(PAUSE)) {
                throw new EmbeddedServerException("Kafka ended while starting:\n" + process.lastLines(15));
            }
            if (deadline.isOver()) {
                process.killHard();
                throw new EmbeddedServerException("Kafka does not answer on port " + options.port() + " after "
                        + START_DEADLINE.toSeconds() + " s:\n" + process.lastLines(15));
            }
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(FreePorts.LOOPBACK, options.port()), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers() {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3000);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(4, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while waiting for Kafka", e);
        }
    }

    public String bootstrapServers() {
        return FreePorts.LOOPBACK + ":" + options.port();
    }

    public int port() {
        return options.port();
    }

    public ChildProcess process() {
        return process;
    }

    /** SIGKILL: what was acknowledged is in the log; {@link #restart()} brings it back. */
    public void killHard() {
        process.killHard();
    }

    /** Starts a new process on the same data and ports, for after a stop or a kill. */
    public KafkaServer restart() {
        return start(options);
    }

    public void stop() {
        process.stop(STOP_DEADLINE);
    }

    @Override
    public void close() {
        stop();
    }
}
