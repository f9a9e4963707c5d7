package io.deskgraph.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    private static final ServicePasswords PASSWORDS = new ServicePasswords("owner's \"pw\"", "app-pw", "system-pw");

    static Path directory;
    static PostgresServer server;

    @BeforeAll
    static void start(@TempDir Path temporary) {
        directory = temporary;
        server = PostgresServer.start(options("shared"));
        server.createService("tickets", PASSWORDS);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static PostgresServer.Options options(String name) {
        Path log = directory.resolve(name + ".log");
        return new PostgresServer.Options(directory.resolve(name), 0, "super-pw", log, false);
    }

    @Test
    void noRoleGetsInWithoutItsPassword() {
        for (String role : new String[] {"postgres", "tickets_owner", "tickets_app", "tickets_system"}) {
            // When
            SQLException refusal = assertThrows(SQLException.class, () -> server.connect("tickets", role, "guess")
                    .close());

            // Then
            assertEquals("28P01", refusal.getSQLState(), role);
        }
    }

    @Test
    void applicationAndSystemRoleCannotCreateAnything() throws SQLException {
        for (String role : new String[] {"app", "system"}) {
            try (Connection connection = server.connect("tickets", "tickets_" + role, role + "-pw")) {
                assertRefused(connection, "create table mine (id int)");
                assertRefused(connection, "create schema mine");
                assertRefused(connection, "create temporary table mine (id int)");
                assertRefused(connection, "create database mine");
                assertRefused(connection, "create role mine");
            }
        }
    }

    @Test
    void applicationRoleSeesRowsOnlyThroughPolicies() throws SQLException {
        // Given
        try (Connection owner = server.connect("tickets", "tickets_owner", PASSWORDS.owner())) {
            execute(owner, "create table secret (tenant int)");
            execute(owner, "insert into secret values (1)");
            execute(owner, "alter table secret enable row level security");
            execute(owner, "grant select on secret to tickets_app");
        }

        try (Connection app = server.connect("tickets", "tickets_app", "app-pw")) {
            // When
            String visible = value(app, "select count(*) from secret");

            // Then
            assertEquals("0", visible);
            assertRefused(app, "alter table secret disable row level security");
            assertRefused(app, "alter role tickets_app bypassrls");
            assertRefused(app, "set role tickets_owner");
        }
    }

    @Test
    void rolesOfOneServiceDoNotReachAnothersDatabase() {
        // Given
        server.createService("assets", new ServicePasswords("a", "b", "c"));

        // When
        SQLException refusal =
                assertThrows(SQLException.class, () -> server.connect("assets", "tickets_owner", PASSWORDS.owner())
                        .close());

        // Then
        assertEquals("42501", refusal.getSQLState());
    }

    @Test
    void extensionsAreThereAndTextFoldsBeyondAscii() throws SQLException {
        try (Connection owner = server.connect("tickets", "tickets_owner", PASSWORDS.owner())) {
            assertEquals(
                    "btree_gist,pg_trgm,unaccent",
                    value(
                            owner,
                            "select string_agg(extname, ',' order by extname) from pg_extension where extname <> 'plpgsql'"));
            assertEquals("äöü", value(owner, "select lower('ÄÖÜ')"));
            assertEquals("t", value(owner, "select 'Müller' ilike 'MÜLL%'"));
            assertEquals("1", value(owner, "select similarity('ü', 'ü')"));
        }
    }

    @Test
    void provisioningAgainChangesPasswordsAndKeepsData() throws SQLException {
        // Given
        server.createService("links", PASSWORDS);
        try (Connection owner = server.connect("links", "links_owner", PASSWORDS.owner())) {
            execute(owner, "create table kept as select 7 as n");
        }

        // When
        server.createService("links", new ServicePasswords("new", "new", "new"));

        // Then
        try (Connection owner = server.connect("links", "links_owner", "new")) {
            assertEquals("7", value(owner, "select n from kept"));
        }
    }

    @Test
    void aCleanRestartKeepsData() throws SQLException {
        // Given
        PostgresServer.Options options = options("restarted");
        PostgresServer first = PostgresServer.start(options);
        remember(first);

        // When
        first.stop();

        // Then
        try (PostgresServer second = PostgresServer.start(options)) {
            assertRemembered(second);
        }
    }

    @Test
    void aKilledServerRecoversOnTheSamePort() throws SQLException {
        // Given
        PostgresServer.Options options = options("killed");
        PostgresServer first = PostgresServer.start(options);
        remember(first);

        // When
        first.killHard();

        // Then
        assertTrue(Files.exists(options.dataDir().resolve("postmaster.pid")));
        try (PostgresServer second = PostgresServer.start(options.onPort(first.port()))) {
            assertRemembered(second);
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsNoObstacle() throws Exception {
        // Given
        PostgresServer.Options options = options("reused-pid");
        PostgresServer first = PostgresServer.start(options);
        remember(first);
        first.killHard();
        Path pidFile = options.dataDir().resolve("postmaster.pid");
        String stale = Files.readString(pidFile);
        Files.writeString(
                pidFile,
                stale.replaceFirst(
                        "^\\d+", String.valueOf(ProcessHandle.current().pid())));

        // When
        try (PostgresServer second = PostgresServer.start(options)) {
            // Then
            assertRemembered(second);
        }
    }

    @Test
    void aServerLeftRunningIsStoppedBeforeItsDirectoryIsUsedAgain() throws SQLException {
        // Given
        PostgresServer.Options options = options("orphan");
        PostgresServer orphan = PostgresServer.start(options);
        remember(orphan);

        // When
        try (PostgresServer second = PostgresServer.start(options)) {
            // Then
            assertRemembered(second);
            assertTrue(!orphan.process().isAlive());
        }
    }

    @Test
    void aTakenPortIsNamed() {
        // Given
        PostgresServer.Options options = options("no-port").onPort(server.port());

        // When
        EmbeddedServerException failure =
                assertThrows(EmbeddedServerException.class, () -> PostgresServer.start(options)
                        .close());

        // Then
        assertEquals("PostgreSQL cannot start: port " + server.port() + " is in use", failure.getMessage());
    }

    private static void remember(PostgresServer server) throws SQLException {
        try (Connection connection = server.connectAsSuperuser("postgres")) {
            execute(connection, "create table kept as select 42 as n");
        }
    }

    private static void assertRemembered(PostgresServer server) throws SQLException {
        try (Connection connection = server.connectAsSuperuser("postgres")) {
            assertEquals("42", value(connection, "select n from kept"));
        }
    }

    private static void assertRefused(Connection connection, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> execute(connection, sql), sql);
        assertEquals("42501", refusal.getSQLState(), sql);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
