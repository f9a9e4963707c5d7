package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketStatsTest {

    /** Everything that is kept, once as kept and once as it is. */
    private static final String KEPT = """
            SELECT concat_ws('|', board_id, status_id, priority_id, category_id, is_closed, sum(tickets), sum(unassigned),
                round(sum(resolution_seconds), 3))
            FROM ticket_counts WHERE tenant_id = ? GROUP BY board_id, status_id, priority_id, category_id, is_closed
            HAVING sum(tickets) <> 0 ORDER BY 1""";

    private static final String COUNTED = """
            SELECT concat_ws('|', board_id, status_id, priority_id, category_id, is_closed, count(*),
                count(*) FILTER (WHERE assigned_to IS NULL),
                round(coalesce(sum(extract(epoch FROM closed_at - entered_at)), 0), 3))
            FROM tickets WHERE tenant_id = ? GROUP BY board_id, status_id, priority_id, category_id, is_closed
            ORDER BY 1""";

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void aNewTenantHasNothing() {
        stats("")
                .body("data.total_tickets", is(0))
                .body("data.overdue_tickets", is(0))
                .body("data.tickets_by_status", anEmptyMap())
                .body("data.tickets_created_today", is(0))
                .body("data.average_resolution_time", nullValue());
    }

    @Test
    void everythingIsSummedUp() {
        UUID category = new Fixtures(desk.tenant).category("Hardware", null);
        String low = desk.create("/api/v1/priorities", Map.of("priority_name", "Low"), "priority_id");
        desk.ticket("category_id", category, "due_date", "2020-01-01T00:00:00Z");
        desk.ticket("priority_id", low, "assigned_to", desk.user, "due_date", "2999-01-01T00:00:00Z");
        String closed = desk.ticket("due_date", "2020-01-01T00:00:00Z");
        age(closed, 20, 10);
        age(desk.ticket(), 40, 0);
        age(desk.ticket(), 5, 0);

        stats("")
                .body("data.total_tickets", is(5))
                .body("data.open_tickets", is(4))
                .body("data.closed_tickets", is(1))
                .body("data.unassigned_tickets", is(4))
                .body("data.overdue_tickets", is(1))
                .body("data.tickets_by_status", is(Map.of(desk.open, 4, desk.closed, 1)))
                .body("data.tickets_by_priority", is(Map.of("High", 4, "Low", 1)))
                .body("data.tickets_by_category", is(Map.of("Hardware", 1)))
                .body("data.tickets_by_board", is(Map.of("Support", 5)))
                .body("data.tickets_created_today", is(2))
                .body("data.tickets_created_this_week", is(3))
                .body("data.tickets_created_this_month", is(4))
                .body("data.average_resolution_time.doubleValue()", closeTo(14400.0, 1.0));
    }

    @Test
    void everyFilterOfTheListApplies() {
        String low = desk.create("/api/v1/priorities", Map.of("priority_name", "Low"), "priority_id");
        desk.ticket("priority_id", low, "tags", List.of("vip"), "due_date", "2020-01-01T00:00:00Z");
        desk.ticket("assigned_to", desk.user);
        desk.ticket("status_id", desk.closed);

        stats("?priority_id=" + low).body("data.total_tickets", is(1)).body("data.overdue_tickets", is(1));
        stats("?is_open=false")
                .body("data.total_tickets", is(1))
                .body("data.tickets_by_status", is(Map.of(desk.closed, 1)));
        stats("?has_assignment=true").body("data.total_tickets", is(1)).body("data.unassigned_tickets", is(0));
        stats("?tags=VIP").body("data.total_tickets", is(1)).body("data.tickets_created_today", is(1));
        stats("?search=1001").body("data.total_tickets", is(1));
        stats("?is_overdue=true&board_id=" + desk.board).body("data.total_tickets", is(1));
        desk.request().get("/api/v1/tickets/stats?is_open=perhaps").then().statusCode(400);
        stats("?nonsense=1").header("X-Ignored-Parameters", is("nonsense"));
    }

    @Test
    void whatIsKeptIsWhatIsThere() {
        Random random = new Random(7);
        UUID category = new Fixtures(desk.tenant).category("Hardware", null);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(desk.ticket("category_id", i % 2 == 0 ? category : null));
        }
        for (int i = 0; i < 40; i++) {
            String id = ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(4)) {
                case 0 -> desk.put(id, "status_id", random.nextBoolean() ? desk.closed : desk.open);
                case 1 -> desk.put(id, "assigned_to", random.nextBoolean() ? desk.user : null);
                case 2 -> desk.put(id, "title", "Title " + i);
                default -> Database.texts("SELECT fold_ticket_counts(?)::text", desk.tenant);
            }
        }
        desk.request().delete("/api/v1/tickets/" + ids.get(0)).then().statusCode(204);

        assertEquals(Database.texts(COUNTED, desk.tenant), Database.texts(KEPT, desk.tenant));
        Database.texts("SELECT fold_ticket_counts(?)::text", desk.tenant);
        assertEquals(Database.texts(COUNTED, desk.tenant), Database.texts(KEPT, desk.tenant));
        desk.request().get("/api/v1/tickets").then().body("pagination.total", is(9));
    }

    private void age(String ticket, int days, int openFor) {
        if (openFor > 0) {
            desk.put(ticket, "status_id", desk.closed).statusCode(200);
        }
        Database.execute(
                "UPDATE tickets SET entered_at = now() - ? * interval '1 day',"
                        + " closed_at = CASE WHEN is_closed THEN now() - ? * interval '1 day' END WHERE id = ?",
                days,
                days - openFor,
                UUID.fromString(ticket));
    }

    private ValidatableResponse stats(String query) {
        return desk.request().get("/api/v1/tickets/stats" + query).then().statusCode(200);
    }
}
