package io.deskgraph.kit.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/**
 * The relay's own connection, under the system role, held for as long as the relay leads: the advisory lock ends with
 * it. Blocking, and used by the relay's thread alone.
 */
final class OutboxTable implements AutoCloseable {

    private static final String LEAD = "SELECT pg_try_advisory_lock(hashtext('deskgraph.outbox'))";

    /**
     * Never past the oldest open transaction, and never past a row that is held back for it: changes to one aggregate are
     * serialised by its row lock and take their position under it, so position is their commit order, but their
     * transaction ids may be in any order.
     */
    private static final String NEXT =
            "SELECT " + OutboxRow.COLUMNS + " FROM (SELECT " + OutboxRow.COLUMNS + ", bool_or("
                    + "xid >= pg_snapshot_xmin(pg_current_snapshot())) OVER (ORDER BY position) AS is_held_back"
                    + " FROM outbox ORDER BY position LIMIT ?) AS next WHERE NOT is_held_back ORDER BY position";

    private static final String DELETE = "DELETE FROM outbox WHERE position = ANY (?)";
    private static final String LAG =
            "SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(time)), 0) FROM outbox";
    private static final String SWEEP =
            "DELETE FROM idempotency_keys WHERE created_at < clock_timestamp() - interval '24 hours'";

    private final Connection connection;

    private OutboxTable(Connection connection) {
        this.connection = connection;
    }

    static OutboxTable connect(String url, String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "deskgraph-relay");
        login.setProperty("tcpKeepAlive", "true");
        return new OutboxTable(DriverManager.getConnection(url, login));
    }

    /** Whether this connection is now the service's one relay. */
    boolean lead() throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(LEAD)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    void listen() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN outbox");
        }
    }

    List<OutboxRow> next(int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, limit);
            try (var found = statement.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(OutboxRow.of(found));
                }
                return rows;
            }
        }
    }

    void delete(List<OutboxRow> rows) throws SQLException {
        Object[] positions = rows.stream().map(OutboxRow::position).toArray();
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", positions));
            statement.executeUpdate();
        }
    }

    boolean isEmpty() throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM outbox)")) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    Lag lag() throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(LAG)) {
            answer.next();
            return new Lag(answer.getLong(1), answer.getDouble(2));
        }
    }

    void sweepIdempotencyKeys() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(SWEEP);
        }
    }

    /** Sleeps until something was committed to the outbox or the time is over. */
    void await(Duration longest) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) Math.max(1, longest.toMillis()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What waits: how many events, and for how many seconds the oldest. */
    record Lag(long events, double seconds) {}
}
