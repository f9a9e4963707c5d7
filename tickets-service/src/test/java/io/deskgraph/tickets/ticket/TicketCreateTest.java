package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TicketCreateTest {

    /** Every column of a ticket, its part in a bundle and its tags, nothing else. */
    static final Set<String> MEMBERS = Set.of(
            "tenant",
            "ticket_id",
            "ticket_number",
            "title",
            "url",
            "client_id",
            "contact_name_id",
            "location_id",
            "board_id",
            "status_id",
            "category_id",
            "subcategory_id",
            "priority_id",
            "severity_id",
            "urgency_id",
            "impact_id",
            "assigned_to",
            "entered_by",
            "updated_by",
            "closed_by",
            "entered_at",
            "updated_at",
            "closed_at",
            "is_closed",
            "due_date",
            "attributes",
            "source",
            "ticket_origin",
            "master_ticket_id",
            "response_state",
            "itil_impact",
            "itil_urgency",
            "itil_priority_level",
            "escalated",
            "escalation_level",
            "escalated_at",
            "escalated_by",
            "billing_profile_id",
            "bundle_role",
            "tags");

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void aTicketIsAnsweredWithEveryColumnAndItsTags() {
        var created = desk.request()
                .body(desk.ticketBody(
                        "url",
                        "https://example.org/a?b=c",
                        "assigned_to",
                        desk.user,
                        "due_date",
                        "2027-01-02T03:04:05.678901+01:00",
                        "attributes",
                        Map.of("description", "Smoke", "n", 1.50),
                        "tags",
                        List.of(" printer ", "Fire", "PRINTER", "")))
                .post("/api/v1/tickets")
                .then();

        created.statusCode(201)
                .header("ETag", matchesPattern("\"1-[\\w-]+\""))
                .body("keySet()", equalTo(Set.of("data")))
                .body("data.keySet()", equalTo(MEMBERS))
                .body("data.tenant", is(desk.tenant.toString()))
                .body("data.ticket_number", is("TIC1000"))
                .body("data.url", is("https://example.org/a?b=c"))
                .body("data.assigned_to", is(desk.user.toString()))
                .body("data.due_date", is("2027-01-02T02:04:05.678Z"))
                .body("data.entered_by", is(TestTokens.USER.toString()))
                .body("data.updated_by", nullValue())
                .body("data.source", is("api"))
                .body("data.ticket_origin", is("api"))
                .body("data.is_closed", is(false))
                .body("data.closed_at", nullValue())
                .body("data.attributes.description", is("Smoke"))
                .body("data.tags.tag_text", contains("Fire", "printer"))
                .body("data.entered_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        String id = created.extract().path("data.ticket_id");
        assertEquals("/api/v1/tickets/" + id, created.extract().header("Location"));
        desk.read(id).body("data.tags.tag_text", contains("Fire", "printer"));
    }

    @Test
    void aTicketMadeInAClosedStatusIsClosed() {
        desk.request()
                .body(desk.ticketBody("status_id", desk.closed))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .body("data.is_closed", is(true))
                .body("data.closed_at", notNullValue())
                .body("data.closed_by", is(TestTokens.USER.toString()));
    }

    @Test
    void aTagThatExistsIsUsedWhateverItsCase() {
        desk.ticket("tags", List.of("Network"));
        desk.ticket("tags", List.of("network"));

        assertEquals(1, Database.count("SELECT count(*) FROM tags WHERE tenant_id = ?", desk.tenant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "client_id", "board_id", "status_id", "priority_id"})
    void whatIsCompulsoryIsNamedWhenMissing(String member) {
        Map<String, Object> body = desk.ticketBody();
        body.remove(member);

        refused(body, "/" + member);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id",
        "board_id",
        "status_id",
        "priority_id",
        "location_id",
        "contact_name_id",
        "category_id",
        "subcategory_id",
        "assigned_to"
    })
    void whatDoesNotExistIsNamed(String member) {
        refused(desk.ticketBody(member, Ids.next()), "/" + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n", "\u00a0x0"})
    void aTitleNeedsSomethingToRead(String title) {
        String sent = title.endsWith("x0") ? "a".repeat(256) : title;

        refused(desk.ticketBody("title", sent), "/title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no url", "javascript:alert(1)", "/relative", "http://", "http://a b"})
    void aUrlIsAbsolute(String url) {
        refused(desk.ticketBody("url", url), "/url");
    }

    @Test
    void aStatusOfAnotherBoardIsRefusedInTheirWords() {
        String other = desk.create("/api/v1/boards", Map.of("board_name", "Other"), "board_id");
        String status = desk.status(other, "Open", false);

        refused(desk.ticketBody("status_id", status), "/status_id")
                .body(
                        "error.details[0].message",
                        is("status_id " + status + " does not belong to board_id " + desk.board));
    }

    @Test
    void locationContactAndSubcategoryBelongToTheirOwners() {
        UUID other = UUID.fromString(desk.create("/api/v1/clients", Map.of("client_name", "Other"), "client_id"));
        Fixtures fixtures = new Fixtures(desk.tenant);
        UUID location = fixtures.location(other, "There", true);
        UUID contact = fixtures.contact(other, "Someone Else");
        UUID category = fixtures.category("Hardware", null);
        UUID elsewhere = fixtures.category("Printers", fixtures.category("Paper", null));

        refused(
                        desk.ticketBody(
                                "location_id",
                                location,
                                "contact_name_id",
                                contact,
                                "category_id",
                                category,
                                "subcategory_id",
                                elsewhere),
                        "/location_id")
                .body("error.details.pointer", contains("/location_id", "/contact_name_id", "/subcategory_id"));
    }

    @Test
    void anInactiveUserIsNoAssignee() {
        UUID gone = desk.user("Gone", "Person");
        Database.execute("UPDATE user_copies SET is_inactive = true WHERE id = ?", gone);

        refused(desk.ticketBody("assigned_to", gone), "/assigned_to");
    }

    @Test
    void allMistakesAreToldAtOnceAndNothingIsWritten() {
        Map<String, Object> body = desk.ticketBody("title", " ", "url", "x", "client_id", null);

        refused(body, "/client_id").body("error.details.pointer", hasItems("/client_id", "/title", "/url"));

        assertEquals(0, Database.count("SELECT count(*) FROM tickets WHERE tenant_id = ?", desk.tenant));
        assertEquals(0, Database.count("SELECT count(*) FROM next_numbers WHERE tenant_id = ?", desk.tenant));
    }

    @Test
    void wrongTypesNamePathAndOtherMediaTypesAreRefused() {
        refused(desk.ticketBody("client_id", "12"), "/client_id");
        refused(desk.ticketBody("due_date", "tomorrow"), "/due_date");
        refused(desk.ticketBody("attributes", List.of(1)), "/attributes");
        refused(desk.ticketBody("tags", List.of("x".repeat(51))), "/tags/0");
        desk.request().body("{\"title\":").post("/api/v1/tickets").then().statusCode(400);
        desk.request()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/tickets")
                .then()
                .statusCode(415)
                .body("error.code", is("UNSUPPORTED_MEDIA_TYPE"));
        desk.request().patch("/api/v1/tickets").then().statusCode(405);
    }

    private io.restassured.response.ValidatableResponse refused(Map<String, Object> body, String pointer) {
        return desk.request()
                .body(body)
                .post("/api/v1/tickets")
                .then()
                .statusCode(400)
                .body("success", is(false))
                .body("error.code", is("VALIDATION_ERROR"))
                .body("error.message", is("Validation failed"))
                .body("error.details[0].pointer", is(pointer));
    }
}
