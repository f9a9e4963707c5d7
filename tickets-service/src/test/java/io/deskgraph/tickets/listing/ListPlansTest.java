package io.deskgraph.tickets.listing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.tickets.Desk;
import io.deskgraph.tickets.ManyTickets;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** With 100,000 tickets beside 100,000 of another tenant each filter finds its rows by an index, also under row-level security. */
@QuarkusTest
class ListPlansTest {

    @Inject
    Transactions transactions;

    @TestFactory
    Stream<DynamicTest> filtersAndOrdersUseAnIndex() {
        Desk desk = ManyTickets.desk();
        String link = Ids.next().toString();
        return Stream.of(
                        List.of(
                                "t.entered_at >= now() - interval '1 hour'",
                                "entered_at",
                                "tickets_entered_ix|tickets_open_ix"),
                        List.of("t.assigned_to = '" + desk.user + "'", "entered_at", "tickets_assigned_ix"),
                        List.of(
                                // In the midst of them: what other tests leave at the ends would blur the estimate.
                                "t.due_date > now() + interval '5000 hours'"
                                        + " AND t.due_date <= now() + interval '5010 hours'",
                                "entered_at",
                                "tickets_due_ix"),
                        List.of("t.entered_by = '" + link + "'", "entered_at", "tickets_entered_by_ix"),
                        List.of("t.master_ticket_id = '" + link + "'", "entered_at", "tickets_master_ix"),
                        List.of("true", "entered_at", "tickets_entered_ix"),
                        List.of("true", "updated_at", "tickets_updated_ix"),
                        List.of("true", "number", "tickets_number_uk"),
                        List.of(
                                "EXISTS (SELECT FROM ticket_asset_link_copies k WHERE k.tenant_id = t.tenant_id"
                                        + " AND k.ticket_id = t.id AND k.asset_id = '" + link + "')",
                                "entered_at",
                                "ticket_asset_link_copies_asset_ix"),
                        List.of(
                                "(t.entered_at, t.id) < (now() - interval '1 day', '" + link + "')",
                                "entered_at",
                                "tickets_entered_ix"))
                .map(one -> dynamicTest(one.get(2) + " for " + one.get(0), () -> {
                    String plan = explain(desk.tenant, one.get(0), one.get(1));
                    assertTrue(plan.matches("(?s).*(" + one.get(2) + ").*"), plan);
                    assertTrue(!plan.contains("Seq Scan on tickets"), plan);
                }));
    }

    private String explain(UUID tenant, String condition, String sort) {
        String sql = "EXPLAIN SELECT t.id FROM tickets t WHERE t.tenant_id = '" + tenant + "' AND " + condition
                + " ORDER BY t." + sort + " DESC, t.id DESC LIMIT 25";
        List<String> lines = new ArrayList<>();
        transactions
                .run(tenant, tx -> tx.sql(sql))
                .await()
                .atMost(Duration.ofSeconds(30))
                .forEach(row -> lines.add(row.getString(0)));
        return String.join("\n", lines);
    }
}
