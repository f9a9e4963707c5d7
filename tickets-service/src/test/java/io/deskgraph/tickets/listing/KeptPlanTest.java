package io.deskgraph.tickets.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.tickets.Desk;
import io.deskgraph.tickets.ManyTickets;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Planning a statement with many joins takes several times as long as running it. */
@QuarkusTest
class KeptPlanTest {

    /** PostgreSQL plans five times for the values at hand before it thinks of a plan for all. */
    private static final int TIMES = 7;

    private static final String GENERIC =
            "SELECT generic_plans FROM pg_prepared_statements WHERE statement = $1 AND generic_plans > 0";

    private static final ListShape TICKETS = new ListShape(
            "t.title, c.client_name, s.name",
            "tickets t LEFT JOIN clients c ON c.tenant_id = t.tenant_id AND c.id = t.client_id"
                    + " LEFT JOIN statuses s ON s.tenant_id = t.tenant_id AND s.id = t.status_id",
            "t",
            List.of(),
            Map.of("entered_at", Sort.by("t.entered_at", "timestamptz")),
            "entered_at",
            true);

    @Inject
    Transactions transactions;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = ManyTickets.desk();
    }

    @Test
    void aFirstPageIsPlannedOnce() {
        ListStatement list = statement(null);

        assertPlanIsKept(list.page(), list);
    }

    @Test
    void aPageByCursorIsPlannedOnce() {
        ListStatement list = statement("");

        assertPlanIsKept(list.afterCursor(), list);
    }

    private ListStatement statement(@Nullable String cursor) {
        ListRequest request = new ListRequest(Map.of(), "entered_at", true, new PageRequest(1, 25), cursor);
        return new ListStatement(TICKETS, request, Scope.ALL, desk.tenant);
    }

    private void assertPlanIsKept(String sql, ListStatement list) {
        RowSet<Row> generic = transactions
                .run(desk.tenant, tx -> repeat(tx, sql, list.args(), TIMES).chain(() -> tx.sql(GENERIC, sql)))
                .await()
                .atMost(Duration.ofMinutes(1));

        assertEquals(1, generic.rowCount());
    }

    private static Uni<RowSet<Row>> repeat(Tx tx, String sql, @Nullable Object[] args, int times) {
        Uni<RowSet<Row>> once = tx.sql(sql, args);
        return times == 1 ? once : once.chain(() -> repeat(tx, sql, args, times - 1));
    }
}
