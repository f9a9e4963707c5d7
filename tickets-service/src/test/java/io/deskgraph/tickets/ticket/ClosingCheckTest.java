package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClosingCheckTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void everyBrokenRuleIsNamedAndNothingIsWritten() {
        rules(true, true, true, "category_id", "assigned_to", "priority_id");
        String id = desk.ticket();
        child(id, "link_only");

        desk.put(id, "status_id", desk.closed)
                .statusCode(400)
                .body("error.code", is("VALIDATION_ERROR"))
                .body("message", is("Ticket close rules not satisfied"))
                .body(
                        "error.details.rule",
                        contains("resolution_comment", "time_entry", "open_children", "required_fields"))
                .body("error.details[0].path", contains("status_id"))
                .body("error.details[2].open_children_count", is(1))
                .body("error.details[3].missing_fields", contains("category_id", "assigned_to"));
        assertEquals(1, desk.version(id));
    }

    @Test
    void withEverythingDoneATicketCloses() {
        rules(true, true, true, "category_id", "assigned_to");
        Fixtures fixtures = new Fixtures(desk.tenant);
        String id = desk.ticket("category_id", fixtures.category("Hardware", null));
        String child = child(id, "link_only");
        desk.put(child, "status_id", desk.closed).statusCode(400);
        fixtures.timeEntry(id, desk.user);
        resolution(id);
        desk.request()
                .delete("/api/v1/tickets/" + id + "/bundle/children/" + child)
                .then()
                .statusCode(200);

        desk.put(id, "status_id", desk.closed, "assigned_to", desk.user)
                .statusCode(200)
                .body("data.is_closed", is(true));
    }

    @Test
    void childrenThatAreClosedAlongDoNotKeepTheirMasterOpen() {
        rules(false, false, true);
        String id = desk.ticket();
        child(id, "sync_updates");

        desk.put(id, "status_id", desk.closed).statusCode(200);
    }

    @Test
    void passingOverTheRulesTakesAPermissionAndIsOnRecord() {
        rules(false, true, false);
        String id = desk.ticket();
        Map<String, Object> body = Map.of(
                "status_id", desk.closed, "override_close_rules", true, "override_close_rules_reason", "Customer left");

        desk.as("ticket:update", "ticket:read")
                .body(body)
                .put("/api/v1/tickets/" + id + "/status")
                .then()
                .statusCode(400);
        desk.request()
                .body(body)
                .put("/api/v1/tickets/" + id + "/status")
                .then()
                .statusCode(200);

        assertEquals(
                List.of("Customer left"),
                Database.texts(
                        "SELECT changes -> 'override_close_rules' ->> 'new' FROM ticket_activities WHERE tenant_id = ?"
                                + " AND event_type = 'TICKET_CLOSE_RULES_OVERRIDDEN'",
                        desk.tenant));
    }

    @Test
    void theyAreAskedOnlyWhenAnOpenTicketCloses() {
        String id = desk.ticket("status_id", desk.closed);
        rules(true, true, true, "category_id");

        desk.put(id, "title", "Still closed").statusCode(200);
        desk.put(id, "status_id", desk.status(desk.board, "Done", true)).statusCode(200);
        desk.put(id, "status_id", desk.open).statusCode(200);
        desk.put(id, "status_id", desk.closed).statusCode(400);
    }

    private void rules(boolean comment, boolean time, boolean children, String... fields) {
        desk.closeRules(Map.of(
                "require_resolution_comment", comment,
                "require_time_entry", time,
                "require_no_open_children", children,
                "required_fields", List.of(fields)));
    }

    private String child(String master, String mode) {
        String child = desk.ticket();
        desk.request()
                .body(Map.of("child_ticket_ids", List.of(child), "mode", mode))
                .post("/api/v1/tickets/" + master + "/bundle")
                .then()
                .statusCode(201);
        return child;
    }

    private void resolution(String ticket) {
        UUID thread = Ids.next();
        UUID comment = Ids.next();
        Database.execute(
                "INSERT INTO comment_threads (tenant_id, id, ticket_id, root_comment_id, is_internal, last_activity_at,"
                        + " created_at) VALUES (?, ?, ?, ?, false, now(), now())",
                desk.tenant,
                thread,
                UUID.fromString(ticket),
                comment);
        Database.execute(
                "INSERT INTO comments (tenant_id, id, ticket_id, thread_id, author_type, note, is_resolution, created_at,"
                        + " updated_at, version) VALUES (?, ?, ?, ?, 'internal', 'Done', true, now(), now(), 1)",
                desk.tenant,
                comment,
                UUID.fromString(ticket),
                thread);
    }
}
