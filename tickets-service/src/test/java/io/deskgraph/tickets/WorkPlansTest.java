package io.deskgraph.tickets;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What hangs on tickets is found, and read in order, by an index when there are a hundred thousand of it. */
@QuarkusTest
class WorkPlansTest {

    private static final String TIME = """
            INSERT INTO time_entries (tenant_id, id, ticket_id, user_id, start_time, end_time, work_date,
                billable_duration, created_at, updated_at, version)
            SELECT ?, gen_random_uuid(), ?, gen_random_uuid(), now() - n * interval '1 minute',
                now() - n * interval '1 minute' + interval '1 hour', current_date, 60,
                now() - n * interval '1 minute', now(), 1
            FROM generate_series(1, 100000) AS n""";

    private static final String HISTORY = """
            INSERT INTO ticket_activities (tenant_id, id, ticket_id, event_type, occurred_at, actor_type, source, changes)
            SELECT ?, gen_random_uuid(), ?, 'TICKET_UPDATED', now() - n * interval '1 minute', 'USER', 'api', '{}'
            FROM generate_series(1, 100000) AS n""";

    private static final String THREAD = """
            INSERT INTO comment_threads (tenant_id, id, ticket_id, root_comment_id, is_internal, last_activity_at, created_at)
            VALUES (?, ?, ?, ?, false, now(), now())""";

    private static final String COMMENTS = """
            INSERT INTO comments (tenant_id, id, ticket_id, thread_id, author_type, note, created_at, updated_at, version)
            SELECT ?, gen_random_uuid(), ?, ?, 'internal', 'x', now() - n * interval '1 minute', now(), 1
            FROM generate_series(1, 100000) AS n""";

    private static final String REACTIONS = """
            INSERT INTO comment_reactions (tenant_id, id, comment_id, user_id, emoji, created_at)
            SELECT tenant_id, gen_random_uuid(), id, gen_random_uuid(), 'x', now() FROM comments WHERE thread_id = ?""";

    @Inject
    Transactions transactions;

    @TestFactory
    Stream<DynamicTest> thePlanUsesTheIndex() {
        Desk desk = new Desk();
        String ticket = desk.ticket();
        String busy = desk.ticket();
        fill(desk, UUID.fromString(busy));
        String id = Ids.next().toString();
        return Stream.of(
                plan(desk, "time_entries", "ticket_id = '" + ticket + "'", "start_time", "time_entries_ticket_ix"),
                plan(desk, "time_entries", "user_id = '" + id + "'", "start_time", "time_entries_user_ix"),
                plan(desk, "time_entries", "true", "start_time", "time_entries_start_ix"),
                plan(desk, "time_entries", "true", "created_at", "time_entries_created_ix"),
                plan(
                        desk,
                        "ticket_activities",
                        "ticket_id = '" + ticket + "'",
                        "occurred_at",
                        "ticket_activities_ticket_ix"),
                plan(desk, "comments", "ticket_id = '" + busy + "'", "created_at", "comments_ticket_ix"),
                plan(desk, "comments", "contact_id = '" + id + "'", "created_at", "comments_contact_ix"),
                plan(desk, "comment_reactions", "comment_id = '" + id + "'", "created_at", "comment_reactions_uk"));
    }

    private static void fill(Desk desk, UUID busy) {
        UUID thread = Ids.next();
        Database.execute(TIME, desk.tenant, busy);
        Database.execute(HISTORY, desk.tenant, busy);
        Database.execute(THREAD, desk.tenant, thread, busy, Ids.next());
        Database.execute(COMMENTS, desk.tenant, busy, thread);
        Database.execute(REACTIONS, thread);
        Database.execute("ANALYZE time_entries, ticket_activities, comments, comment_reactions");
    }

    private DynamicTest plan(Desk desk, String table, String condition, String order, String index) {
        return dynamicTest(table + " where " + condition.split(" ")[0] + " by " + order, () -> {
            String plan = explain(
                    desk.tenant,
                    "SELECT x.id FROM " + table + " x WHERE x.tenant_id = '" + desk.tenant + "' AND " + condition
                            + " ORDER BY x." + order + " DESC, x.id DESC LIMIT 25");
            assertTrue(plan.contains(index), plan);
            assertTrue(!plan.contains("Seq Scan on " + table), plan);
        });
    }

    private String explain(UUID tenant, String sql) {
        List<String> lines = new ArrayList<>();
        transactions
                .run(tenant, tx -> tx.sql("EXPLAIN " + sql))
                .await()
                .atMost(Duration.ofSeconds(30))
                .forEach(row -> lines.add(row.getString(0)));
        return String.join("\n", lines);
    }
}
