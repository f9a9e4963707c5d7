package io.deskgraph.tickets.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.tickets.Desk;
import io.deskgraph.tickets.ManyTickets;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * With 100,000 tickets beside 100,000 of another tenant no call reads the table from end to end, and none looks at more
 * rows than its answer is worth. Counted by PostgreSQL, so that what happens inside functions counts too.
 */
@QuarkusTest
class TicketPlansTest {

    private static final String READ = "SELECT coalesce(sum(seq_scan), 0) || '|' || coalesce(sum(idx_tup_fetch), 0)"
            + " || '|' || coalesce(sum(idx_scan), 0) FROM pg_stat_user_tables WHERE relname = 'tickets'";

    /** Connections of the service that have run something lately and nothing since; what rests for long has reported. */
    private static final String SILENT = "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user"
            + " AND pid <> pg_backend_pid() AND state_change < ?::timestamptz"
            + " AND state_change > clock_timestamp() - interval '11 seconds'";

    /** Some more than there are of thirty days and a bit, which are counted for the answer. */
    private static final int A_MONTH = 16_000;

    private static final int CONNECTIONS = 20;
    private static final long REPORT_MILLIS = 1_050;

    @Inject
    Transactions transactions;

    /** What has been read of the table so far. */
    private record Reads(long wholeTable, long rows, long byIndex) {

        static Reads now() {
            String[] counts = Database.texts(READ).get(0).split("\\|");
            return new Reads(Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2]));
        }
    }

    @TestFactory
    Stream<DynamicTest> callsReadLittle() {
        Desk desk = ManyTickets.desk();
        String cursor = desk.request().get("/api/v1/tickets?cursor=&limit=25").path("pagination.nextCursor");
        return Map.ofEntries(
                        Map.entry("?limit=25", 500),
                        Map.entry("?limit=25&page=40", 3_000),
                        Map.entry("?sort=title&order=asc", 500),
                        Map.entry("?sort=updated_at&is_open=true", 500),
                        Map.entry("?limit=25&cursor=" + cursor, 500),
                        Map.entry("?status_id=" + desk.open + "&priority_id=" + desk.priority, 500),
                        Map.entry("?assigned_to=" + desk.user, 2_000),
                        Map.entry("?search=TIC4711", 2_000),
                        Map.entry("?is_overdue=true", 2_000),
                        Map.entry("/search?query=printer%20on%20fire", 10_000),
                        Map.entry("/search?query=TIC4711", 3_000),
                        Map.entry("/search?query=fire%204720", 3_000),
                        Map.entry("/search?query=nothing%20of%20it", 10_000),
                        Map.entry("/stats", A_MONTH),
                        Map.entry("/stats?priority_id=" + desk.priority, A_MONTH))
                .entrySet()
                .stream()
                .map(call -> dynamicTest(call.getKey(), () -> reads(desk, call.getKey(), call.getValue())));
    }

    @Test
    void totalsAreRightWithoutCounting() {
        Desk desk = new Desk();
        desk.ticket();
        desk.ticket("status_id", desk.closed);

        assertEquals(2, total(desk, ""));
        assertEquals(1, total(desk, "?is_open=true"));
        assertEquals(1, total(desk, "?status_id=" + desk.closed));
        assertEquals(0, total(desk, "?is_open=true&status_id=" + desk.closed));
        assertEquals(2, total(desk, "?status_ids=" + desk.closed + "," + desk.open));
        assertEquals(1, total(desk, "?is_closed=true&has_assignment=false"));
    }

    private static int total(Desk desk, String query) {
        return desk.request().get("/api/v1/tickets" + query).path("pagination.total");
    }

    private void reads(Desk desk, String call, int rows) {
        Reads before = Reads.now();

        for (int i = 0; i < 3; i++) {
            desk.request()
                    .urlEncodingEnabled(false)
                    .get("/api/v1/tickets" + call)
                    .then()
                    .statusCode(200);
        }

        everythingIsCounted(desk);
        Reads after = Reads.now();
        assertTrue(after.byIndex() > before.byIndex(), call);
        assertEquals(before.wholeTable(), after.wholeTable(), call);
        assertTrue(after.rows() - before.rows() <= 3L * rows, call + ": " + before + " to " + after);
    }

    /**
     * A connection reports what it has read at the end of the first statement that comes a second after its last report,
     * or when it has rested for ten. So each is made to run something that reads nothing, all at once, so that it is each.
     */
    private void everythingIsCounted(Desk desk) {
        Instant from = Instant.now().plusMillis(REPORT_MILLIS);
        Eventually.until("connections report again", () -> Instant.now().isAfter(from));
        Eventually.until("all reads are counted", () -> reported(desk, from));
    }

    private boolean reported(Desk desk, Instant from) {
        List<Uni<RowSet<Row>>> everywhere = Collections.nCopies(
                CONNECTIONS, transactions.run(desk.tenant, tx -> tx.sql("SELECT pg_sleep(0.2)::text")));
        Uni.join().all(everywhere).andCollectFailures().await().atMost(Duration.ofSeconds(30));
        try (Connection app = Database.connect("app");
                PreparedStatement silent = app.prepareStatement(SILENT)) {
            silent.setString(1, from.toString());
            ResultSet found = silent.executeQuery();
            return found.next() && found.getInt(1) == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
