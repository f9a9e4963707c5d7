package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TicketUpdateTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void whatIsSentChangesAndTheRestStays() {
        String id = desk.ticket("attributes", Map.of("description", "old", "x", 1), "assigned_to", desk.user);

        desk.put(id, "title", "New", "attributes", Map.of("description", "<new>"), "url", "https://example.org")
                .statusCode(200)
                .body("data.title", is("New"))
                .body("data.attributes", is(Map.of("description", "<new>")))
                .body("data.description_html", is("<p>&lt;new&gt;</p>"))
                .body("data.assigned_to", is(desk.user.toString()))
                .body("data.updated_by", is(TestTokens.USER.toString()))
                .body("data.tags", empty());
        desk.read(id).body("data.title", is("New")).body("data.url", is("https://example.org"));
        assertEquals(2, desk.version(id));
    }

    @Test
    void closingAndReopeningSetAndClearAllThreeAtOnce() {
        String id = desk.ticket();

        desk.put(id, "status_id", desk.closed)
                .statusCode(200)
                .body("data.is_closed", is(true))
                .body("data.closed_at", notNullValue())
                .body("data.closed_by", is(TestTokens.USER.toString()));
        String closedAt = desk.read(id).extract().path("data.closed_at");
        String resolved = desk.status(desk.board, "Resolved", true);
        desk.put(id, "status_id", resolved).body("data.closed_at", is(closedAt));
        desk.put(id, "status_id", desk.open)
                .body("data.is_closed", is(false))
                .body("data.closed_at", nullValue())
                .body("data.closed_by", nullValue());
    }

    @Test
    void contactAssigneeAndDueDateAreClearedByNull() {
        UUID contact = new Fixtures(desk.tenant).contact(UUID.fromString(desk.client), "Bill");
        String id =
                desk.ticket("assigned_to", desk.user, "contact_name_id", contact, "due_date", "2027-01-01T00:00:00Z");

        desk.put(id, "assigned_to", null, "contact_name_id", null, "due_date", null)
                .statusCode(200)
                .body("data.assigned_to", nullValue())
                .body("data.contact_name_id", nullValue())
                .body("data.due_date", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "client_id",
                "board_id",
                "status_id",
                "priority_id",
                "url",
                "location_id",
                "category_id",
                "subcategory_id",
                "attributes",
                "tags"
            })
    void nothingElseMayBeNull(String member) {
        String id = desk.ticket();

        desk.put(id, member, null)
                .statusCode(400)
                .body("error.code", is("VALIDATION_ERROR"))
                .body("error.details[0].pointer", is("/" + member));
        assertEquals(1, desk.version(id));
    }

    @Test
    void aWriteThatChangesNothingLeavesNoTrace() {
        String id = desk.ticket(
                "attributes", Map.of("n", 100, "d", 1.50, "l", List.of(1, Map.of("x", "y"))),
                "tags", List.of("a", "B"),
                "due_date", "2027-01-01T00:00:00.123Z");
        var before = desk.read(id).extract();

        desk.put(id).statusCode(200);
        desk.put(id, "title", "Printer on fire", "tags", List.of("b", "A"), "due_date", "2027-01-01T00:00:00.1239Z")
                .statusCode(200)
                .body("data.updated_at", is(before.<String>path("data.updated_at")))
                .body("data.tags.tag_text", contains("B", "a"));
        desk.request()
                .body("{\"attributes\":{\"n\":1e2,\"d\":1.5,\"l\":[1.0,{\"x\":\"y\"}]},\"status_id\":\"" + desk.open
                        + "\"}")
                .put("/api/v1/tickets/" + id)
                .then()
                .statusCode(200);

        assertEquals(1, desk.version(id));
        assertEquals(before.header("ETag"), desk.read(id).extract().header("ETag"));
        assertEquals(1, Database.count("SELECT count(*) FROM ticket_activities WHERE tenant_id = ?", desk.tenant));
    }

    @Test
    void tagsAreReplaced() {
        String id = desk.ticket("tags", List.of("a", "b"));

        desk.put(id, "tags", List.of("b", "c")).body("data.tags.tag_text", contains("b", "c"));
        desk.read(id).body("data.tags.tag_text", contains("b", "c"));
        desk.put(id, "tags", List.of()).body("data.tags", empty());
        desk.read(id).body("data.tags", empty());
    }

    @Test
    void aChangeOfBoardNeedsAStatusOfThatBoard() {
        String other = desk.create("/api/v1/boards", Map.of("board_name", "Other"), "board_id");
        String status = desk.status(other, "New", false);
        String id = desk.ticket();

        desk.put(id, "board_id", other).statusCode(400).body("error.details[0].pointer", is("/status_id"));
        desk.put(id, "board_id", other, "status_id", desk.open)
                .statusCode(400)
                .body("error.details[0].pointer", is("/status_id"));
        desk.put(id, "status_id", status).statusCode(400);
        desk.put(id, "board_id", desk.board).statusCode(200);
        assertEquals(1, desk.version(id));
        desk.put(id, "board_id", other, "status_id", status).statusCode(200).body("data.board_id", is(other));
    }

    @Test
    void theResultHasToFitTogetherNotOnlyWhatWasSent() {
        Fixtures fixtures = new Fixtures(desk.tenant);
        String other = desk.create("/api/v1/clients", Map.of("client_name", "Other"), "client_id");
        UUID category = fixtures.category("Hardware", null);
        String id = desk.ticket(
                "location_id", fixtures.location(UUID.fromString(desk.client), "HQ", true),
                "category_id", category,
                "subcategory_id", fixtures.category("Printers", category));

        desk.put(id, "client_id", other).statusCode(400).body("error.details.pointer", contains("/location_id"));
        desk.put(id, "category_id", fixtures.category("Software", null))
                .statusCode(400)
                .body("error.details.pointer", contains("/subcategory_id"));
        desk.put(id, "assigned_to", Ids.next()).statusCode(400).body("error.details.pointer", contains("/assigned_to"));
    }

    @Test
    void anAssigneeWhoHasLeftDoesNotBlockOtherChanges() {
        String id = desk.ticket("assigned_to", desk.user);
        Database.execute("UPDATE user_copies SET is_inactive = true WHERE id = ?", desk.user);

        desk.put(id, "title", "Still editable").statusCode(200);
    }

    @Test
    void mutingInternallyNeedsMutingContacts() {
        String id = desk.ticket();

        desk.put(id, "suppressInternalNotifications", true)
                .statusCode(400)
                .body("error.details[0].pointer", is("/suppressInternalNotifications"));
        desk.put(id, "title", "x", "suppressInternalNotifications", true, "suppressContactNotifications", true)
                .statusCode(200);
    }

    @Test
    void aStaleConditionIsRefusedAndAGoodOneHolds() {
        String id = desk.ticket();
        String tag = desk.read(id).extract().header("ETag");
        desk.put(id, "title", "Second").statusCode(200);

        desk.request()
                .header("If-Match", tag)
                .body(Map.of("title", "Lost"))
                .put("/api/v1/tickets/" + id)
                .then()
                .statusCode(412)
                .body("error.code", is("PRECONDITION_FAILED"));
        desk.request()
                .header("If-Match", tag)
                .delete("/api/v1/tickets/" + id)
                .then()
                .statusCode(412);
        desk.request()
                .header("If-Match", desk.read(id).extract().header("ETag"))
                .body(Map.of("title", "Third"))
                .put("/api/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .body("data.title", is("Third"));
    }

    @Test
    void whatIsNotThereOrNotReadableIsTold() {
        String id = desk.ticket();

        desk.put(Ids.next().toString(), "title", "x").statusCode(404).body("message", is("ticket not found"));
        desk.put("1", "title", "x").statusCode(400).body("message", is("Invalid ticket ID format"));
        desk.request().put("/api/v1/tickets/" + id).then().statusCode(400);
        desk.request().body("[]").put("/api/v1/tickets/" + id).then().statusCode(400);
        desk.as("ticket:update")
                .body("{}")
                .put("/api/v1/tickets/" + id)
                .then()
                .statusCode(403)
                .body("message", is("Permission denied: Cannot read ticket"));
    }

    @Test
    void theHistoryNamesWhatAloneHasChanged() {
        String id = desk.ticket();
        desk.put(id, "status_id", desk.closed);
        desk.put(id, "assigned_to", desk.user);
        desk.put(id, "assigned_to", null);
        desk.put(id, "title", "Other", "status_id", desk.open);
        desk.put(id, "attributes", Map.of("a", 1));

        assertEquals(
                List.of(
                        "TICKET_CREATED",
                        "TICKET_STATUS_CHANGED",
                        "TICKET_ASSIGNED",
                        "TICKET_UNASSIGNED",
                        "TICKET_UPDATED"),
                Database.texts(
                        "SELECT event_type FROM ticket_activities WHERE tenant_id = ? ORDER BY occurred_at, id",
                        desk.tenant));
        assertEquals(
                List.of("Terry Technician|USER|api"),
                Database.texts(
                        "SELECT DISTINCT actor_name || '|' || actor_type || '|' || source FROM ticket_activities"
                                + " WHERE tenant_id = ?",
                        desk.tenant));
    }
}
