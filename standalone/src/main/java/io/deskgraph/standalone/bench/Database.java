package io.deskgraph.standalone.bench;

import io.deskgraph.standalone.suite.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL alone does on this machine: the row of one ticket by its key, and a row of a ticket with one of the
 * outbox in one transaction, both prepared, without tenants' walls, triggers and foreign keys. The inserts go into tables
 * of the same shape, so that no number is taken and no event sent.
 */
final class Database {
    private static final int THREADS = 2;
    private static final String OWNER = "tickets_owner";
    private static final String NAME = "tickets";
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([\\d.]+)");

    private static final String MAKE = """
            DROP TABLE IF EXISTS bench_tickets, bench_outbox;
            DROP SEQUENCE IF EXISTS bench_numbers;
            CREATE SEQUENCE bench_numbers;
            CREATE TABLE bench_tickets (LIKE tickets INCLUDING ALL);
            CREATE TABLE bench_outbox (LIKE outbox INCLUDING ALL)""";

    private static final String REMOVE = "DROP TABLE bench_tickets, bench_outbox; DROP SEQUENCE bench_numbers";

    private static final String READ = "SELECT * FROM tickets WHERE tenant_id = '%s' AND id = '%s';\n";

    private static final String INSERT = """
            BEGIN;
            INSERT INTO bench_tickets (tenant_id, id, number, ticket_number, title, client_id, board_id, status_id,
                priority_id, entered_by, entered_at, updated_at, is_closed, attributes, source, ticket_origin, version)
            SELECT '%1$s', gen_random_uuid(), n, 'TIC' || n, 'Printer is on fire', '%2$s', '%2$s', '%2$s', '%2$s',
                '%2$s', now(), now(), false, '{"description": "Seen for 3 days."}', 'api', 'api', 1
            FROM nextval('bench_numbers') AS n;
            INSERT INTO bench_outbox (tenant_id, id, topic, type, subject, version, time, actor_type, payload)
            VALUES ('%1$s', gen_random_uuid(), 'bench', 'bench', gen_random_uuid()::text, 1, now(), 'USER', '%3$s');
            COMMIT;
            """;

    private static final String PAYLOAD = "{\"after\":\"" + "x".repeat(900) + "\"}";

    private final int port;
    private final Map<String, String> environment;

    Database(int port, String password) {
        this.port = port;
        this.environment = Map.of("PGPASSWORD", password);
    }

    String version() {
        return sql("SHOW server_version").strip();
    }

    double reads(BenchTenant tenant, int connections, int seconds) {
        String ticket = tenant.tickets().get(0);
        return rate(String.format(READ, tenant.id(), ticket), connections, seconds);
    }

    double inserts(BenchTenant tenant, int connections, int seconds) {
        sql(MAKE);
        try {
            String script = String.format(INSERT, tenant.id(), tenant.tickets().get(0), PAYLOAD);
            return rate(script, connections, seconds);
        } finally {
            sql(REMOVE);
        }
    }

    private double rate(String script, int connections, int seconds) {
        try {
            Path file = Files.createTempFile("bench", ".sql");
            try {
                Files.writeString(file, script);
                return rate(Shell.run(pgbench(file, connections, seconds), environment));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> pgbench(Path script, int connections, int seconds) {
        return List.of(
                "pgbench",
                "-h127.0.0.1",
                "-p" + port,
                "-U" + OWNER,
                "-n",
                "-Mprepared",
                "-c" + connections,
                "-j" + THREADS,
                "-T" + seconds,
                "-f" + script,
                NAME);
    }

    static double rate(String report) {
        Matcher found = RATE.matcher(report);
        if (!found.find()) {
            throw new LaunchException("pgbench said something unexpected: " + report);
        }
        return Double.parseDouble(found.group(1));
    }

    private String sql(String statements) {
        List<String> command = List.of(
                "psql",
                "-qAtX",
                "-vON_ERROR_STOP=1",
                "-h127.0.0.1",
                "-p" + port,
                "-U" + OWNER,
                "-dtickets",
                "-c" + statements);
        return Shell.run(command, environment);
    }
}
