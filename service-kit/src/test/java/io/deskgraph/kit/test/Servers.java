package io.deskgraph.kit.test;

import io.deskgraph.embedded.KafkaServer;
import io.deskgraph.embedded.PostgresServer;
import io.deskgraph.embedded.ServicePasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * How to reach the servers of this JVM. Kept in system properties, because a test profile loads this class anew and must
 * not start a second pair.
 */
public record Servers(String postgresPort, String password, String bootstrapServers) {

    private static final String PREFIX = "deskgraph.test.";
    private static final List<String> DATABASES = List.of("kit", "identity", "tickets", "assets", "links");

    public static Servers running() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PREFIX + "postgres") == null) {
                start();
            }
            return new Servers(property("postgres"), property("password"), property("kafka"));
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database;
    }

    private static void start() {
        try {
            Path home = Files.createTempDirectory("deskgraph-test");
            String password = UUID.randomUUID().toString();
            PostgresServer postgres = PostgresServer.start(new PostgresServer.Options(
                    home.resolve("postgres"), 0, password, home.resolve("postgres.log"), false));
            ServicePasswords passwords = new ServicePasswords(password, password, password);
            DATABASES.forEach(database -> postgres.createService(database, passwords));
            KafkaServer kafka =
                    KafkaServer.start(KafkaServer.Options.in(home.resolve("kafka"), home.resolve("kafka.log")));
            System.setProperty(PREFIX + "postgres", Integer.toString(postgres.port()));
            System.setProperty(PREFIX + "password", password);
            System.setProperty(PREFIX + "kafka", kafka.bootstrapServers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        return System.getProperty(PREFIX + name);
    }
}
