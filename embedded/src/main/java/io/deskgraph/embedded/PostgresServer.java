package io.deskgraph.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server on 127.0.0.1. Every role needs its password; there is no socket and no trusted connection. */
public final class PostgresServer implements AutoCloseable {
    public static final String SUPERUSER = "postgres";

    private static final Duration START_DEADLINE = Duration.ofSeconds(60);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String STARTING_UP = "57P03";
    private static final String NOT_LISTENING = "08001";

    private final Options options;
    private final ChildProcess process;

    private PostgresServer(Options options, ChildProcess process) {
        this.options = options;
        this.process = process;
    }

    /**
     * What to start.
     *
     * @param port 0 for any free one
     * @param durable false only where losing the data of a crashed machine is fine, as in tests
     */
    public record Options(Path dataDir, int port, String superuserPassword, Path logFile, boolean durable) {

        public Options onPort(int other) {
            return new Options(dataDir, other, superuserPassword, logFile, durable);
        }

        @Override
        public String toString() {
            return "Options[dataDir=" + dataDir + ", port=" + port + ", durable=" + durable + "]";
        }
    }

    /** Returns when the server answers queries. Data that is in the directory already is kept. */
    public static PostgresServer start(Options wanted) {
        Options options = wanted.port() == 0 ? wanted.onPort(FreePorts.any()) : wanted;
        Path home = PostgresBinaries.unpacked();
        new PostgresCluster(home, options).prepare();
        FreePorts.require("PostgreSQL", options.port());
        ProcessBuilder command = PostgresCommand.of(home, options.dataDir(), "postgres", arguments(options));
        ChildProcess process = ChildProcess.start("postgresql", command, options.logFile(), "INT");
        PostgresServer server = new PostgresServer(options, process);
        server.awaitReady();
        return server;
    }

    private static List<String> arguments(Options options) {
        List<String> arguments = new ArrayList<>(List.of("-D", options.dataDir().toString()));
        settings(options).forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private static Map<String, String> settings(Options options) {
        String sync = options.durable() ? "on" : "off";
        return Map.ofEntries(
                Map.entry("port", String.valueOf(options.port())),
                Map.entry("listen_addresses", FreePorts.LOOPBACK),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "200"),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("fsync", sync),
                Map.entry("full_page_writes", sync));
    }

    private void awaitReady() {
        Deadline deadline = Deadline.in(START_DEADLINE);
        while (!answers()) {
            if (process.endsWithin(PAUSE)) {
                throw new EmbeddedServerException("PostgreSQL ended while starting:\n" + process.lastLines(15));
            }
            if (deadline.isOver()) {
                process.killHard();
                throw new EmbeddedServerException("PostgreSQL does not answer on port " + options.port() + " after "
                        + START_DEADLINE.toSeconds() + " s:\n" + process.lastLines(15));
            }
        }
    }

    private boolean answers() {
        try (Connection connection = connectAsSuperuser("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            if (STARTING_UP.equals(e.getSQLState()) || NOT_LISTENING.equals(e.getSQLState())) {
                return false;
            }
            process.stop(STOP_DEADLINE);
            throw new EmbeddedServerException("PostgreSQL on port " + options.port() + ": " + e.getMessage(), e);
        }
    }

    /** Creates the database and the three roles of a service, or sets right what is there already. */
    public void createService(String database, ServicePasswords passwords) {
        if (!database.matches("[a-z][a-z0-9_]{0,50}")) {
            throw new IllegalArgumentException("Not a database name: " + database);
        }
        Map<String, String> variables = Map.of(
                "db", database,
                "owner_password", passwords.owner(),
                "app_password", passwords.app(),
                "system_password", passwords.system());
        PsqlScript.fromResource("provision-service.sql", variables).run(this::connectAsSuperuser);
    }

    public int port() {
        return options.port();
    }

    public Options options() {
        return options;
    }

    public ChildProcess process() {
        return process;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + FreePorts.LOOPBACK + ":" + options.port() + "/" + database;
    }

    public Connection connect(String database, String user, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(jdbcUrl(database));
        return source.getConnection(user, password);
    }

    public Connection connectAsSuperuser(String database) throws SQLException {
        return connect(database, SUPERUSER, options.superuserPassword());
    }

    /** SIGKILL to the server and its backends; starting on the same directory recovers from the log. */
    public void killHard() {
        process.killHard();
    }

    public void stop() {
        process.stop(STOP_DEADLINE);
    }

    @Override
    public void close() {
        stop();
    }
}
