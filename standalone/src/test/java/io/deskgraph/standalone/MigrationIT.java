package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.embedded.ChildProcess;
import io.deskgraph.embedded.FreePorts;
import io.deskgraph.embedded.ServicePasswords;
import io.deskgraph.standalone.suite.Replica;
import io.deskgraph.standalone.suite.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two steps of a pod: a process that migrates and ends, and one that serves without the owner's password. */
@ExtendWith(Suite.Extension.class)
class MigrationIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** What a program must be told, and a migration makes no use of. */
    private static final List<String> NOT_GIVEN = List.of(
            "DESKGRAPH_DB_APP_PASSWORD",
            "DESKGRAPH_DB_SYSTEM_PASSWORD",
            "DESKGRAPH_KEYS_HASH_SECRET",
            "DESKGRAPH_TOKEN_PRIVATE_KEY_FILE",
            "DESKGRAPH_TOKEN_PUBLIC_KEY_FILE");

    private static final ServicePasswords PASSWORDS =
            new ServicePasswords("owner-secret", "app-secret", "system-secret");

    private final Suite suite;

    MigrationIT(Suite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @EnumSource
    void theMigrationKnowsTheOwnerAloneAndEnds(Service service) throws SQLException {
        String database = service.database() + "_step";
        suite.postgres().createService(database, PASSWORDS);

        // When
        ChildProcess migration = migrate(service, database);

        // Then
        assertEquals(0, migration.exitCode(), () -> migration.lastLines(30));
        assertTrue(migrations(database) > 5);

        // And
        try (Replica serving = suite.replica(service, database, withoutOwner(database))) {
            serving.start();
        }
    }

    @Test
    void aSchemaThatLacksAMigrationIsNotServed() throws SQLException {
        Service service = Service.LINKS;
        String database = service.database() + "_older";
        suite.postgres().createService(database, PASSWORDS);
        assertEquals(0, migrate(service, database).exitCode());
        execute(database, "DELETE FROM flyway_schema_history WHERE version = '45'");

        // When
        ChildProcess refused =
                suite.replica(service, database, withoutOwner(database)).launch();

        // Then
        assertTrue(refused.endsWithin(PATIENCE));
        assertNotEquals(0, refused.exitCode());
        assertTrue(refused.lastLines(50).contains("lacks V45 (Create owed links)"), refused.lastLines(50));
    }

    @Test
    void anEmptyDatabaseIsNotServed() {
        String database = "links_empty";
        suite.postgres().createService(database, PASSWORDS);

        // When
        ChildProcess refused =
                suite.replica(Service.LINKS, database, withoutOwner(database)).launch();

        // Then
        assertTrue(refused.endsWithin(PATIENCE));
        assertNotEquals(0, refused.exitCode());
        assertTrue(refused.lastLines(50).contains("lacks V1 "), refused.lastLines(50));
    }

    private ChildProcess migrate(Service service, String database) {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                suite.layout().runner(service).toString());
        command.environment().put("DESKGRAPH_DB_HOST", FreePorts.LOOPBACK);
        command.environment()
                .put("DESKGRAPH_DB_PORT", String.valueOf(suite.postgres().port()));
        command.environment().put("DESKGRAPH_DB_NAME", database);
        command.environment().put("DESKGRAPH_DB_OWNER_PASSWORD", PASSWORDS.owner());
        NOT_GIVEN.forEach(name -> command.environment().put(name, "not-given"));
        command.environment().put("QUARKUS_INIT_AND_EXIT", "true");
        // Where nothing can listen: it must not even try.
        command.environment().put("DESKGRAPH_HTTP_HOST", "192.0.2.1");
        ChildProcess process =
                ChildProcess.start(database, command, suite.layout().log("migration-of-" + database), "TERM");
        assertTrue(process.endsWithin(PATIENCE), () -> process.lastLines(30));
        return process;
    }

    /** Nor does it meddle with the events of the suite's own process of this service. */
    private static Map<String, String> withoutOwner(String database) {
        Map<String, String> variables = new HashMap<>();
        variables.put("DESKGRAPH_DB_NAME", database);
        variables.put("DESKGRAPH_DB_OWNER_USERNAME", database + "_owner");
        variables.put("DESKGRAPH_DB_OWNER_PASSWORD", "not-given");
        variables.put("DESKGRAPH_DB_APP_USERNAME", database + "_app");
        variables.put("DESKGRAPH_DB_APP_PASSWORD", PASSWORDS.app());
        variables.put("DESKGRAPH_DB_SYSTEM_USERNAME", database + "_system");
        variables.put("DESKGRAPH_DB_SYSTEM_PASSWORD", PASSWORDS.system());
        variables.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        variables.put("DESKGRAPH_INBOX_ENABLED", "false");
        variables.put("DESKGRAPH_OUTBOX_ENABLED", "false");
        return variables;
    }

    private int migrations(String database) throws SQLException {
        try (Connection connection = suite.database(database);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT count(*) FROM flyway_schema_history WHERE success")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = suite.database(database);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
