package io.deskgraph.tickets.timeentry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TimeEntryTest {

    private static final String PATH = "/api/v1/time-entries";
    private static final String[] WORKER = {"ticket:read", "timeentry:create", "timeentry:read", "timeentry:update"};

    private Desk desk;
    private String ticket;
    private UUID other;

    @BeforeEach
    void open() {
        desk = new Desk();
        ticket = desk.ticket();
        other = desk.user("Olga", "Other");
    }

    @Test
    void anEntryFillsInWhatIsLeftOut() {
        Map<String, Object> made = add(desk.request())
                .statusCode(201)
                .header("ETag", matchesPattern("\"1-.+\""))
                .header("Location", matchesPattern("/api/v1/time-entries/[0-9a-f-]{36}"))
                .body("data.work_item_type", is("ticket"))
                .body("data.work_item_id", is(ticket))
                .body("data.user_id", is(TestTokens.USER.toString()))
                .body("data.start_time", is("2026-11-03T23:30:00.000Z"))
                .body("data.end_time", is("2026-11-04T00:05:30.000Z"))
                .body("data.work_date", is("2026-11-03"))
                .body("data.billable_duration", is(35))
                .body("data.approval_status", is("DRAFT"))
                .body("data.notes", nullValue())
                .body("data.is_own", is(true))
                .extract()
                .path("data");

        assertEquals(
                Set.of(
                        "tenant",
                        "entry_id",
                        "work_item_type",
                        "work_item_id",
                        "user_id",
                        "user_name",
                        "start_time",
                        "end_time",
                        "work_date",
                        "billable_duration",
                        "notes",
                        "approval_status",
                        "service_id",
                        "service_name",
                        "is_own",
                        "created_at",
                        "updated_at"),
                made.keySet());
        desk.request()
                .get(PATH + "/" + made.get("entry_id"))
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"1-.+\""))
                .body("data", is(made));
        assertEquals(2, desk.version(ticket));
    }

    @ParameterizedTest
    @CsvSource({
        "work_item_type,project_task",
        "work_item_type,",
        "work_item_id,1",
        "work_item_id,",
        "start_time,",
        "start_time,yesterday",
        "end_time,",
        "end_time,2026-11-03T23:30:00Z",
        "end_time,2026-11-03T22:30:00Z",
        "end_time,2028-11-03T22:30:00Z",
        "billable_duration,-1",
        "billable_duration,1.5",
        "billable_duration,99999999",
        "work_date,2026-02-30",
        "service_id,1",
        "service_id,01970000-0000-7000-8000-0000000000ff"
    })
    void aWrongMemberIsNamed(String member, String value) {
        add(desk.request(), member, value).statusCode(400).body("error.details[0].pointer", is("/" + member));
        assertEquals(1, desk.version(ticket));
    }

    @Test
    void anUnknownTicketIsNotFound() {
        add(desk.request(), "work_item_id", Ids.next()).statusCode(404).body("message", is("ticket not found"));
    }

    @Test
    void anUpdateKeepsWhatIsNotSentAndFollowsTheSpan() {
        String id = entry(desk.request(), "notes", "first");

        put(desk.request(), id, "end_time", "2026-11-04T00:30:00Z")
                .statusCode(200)
                .header("ETag", matchesPattern("\"2-.+\""))
                .body("data.billable_duration", is(60))
                .body("data.notes", is("first"));
        put(desk.request(), id, "billable_duration", 15, "work_date", "2026-11-05", "notes", null)
                .body("data.billable_duration", is(15))
                .body("data.work_date", is("2026-11-05"))
                .body("data.notes", nullValue());
        put(desk.request(), id, "start_time", "2026-11-03T22:30:00Z")
                .body("data.billable_duration", is(15))
                .body("data.work_date", is("2026-11-05"));
        put(desk.request(), id, "billable_duration", 15).header("ETag", matchesPattern("\"4-.+\""));
        assertEquals(5, desk.version(ticket));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start_time", "end_time", "billable_duration", "work_date"})
    void nothingElseMayBeNull(String member) {
        put(desk.request(), entry(desk.request()), member, null)
                .statusCode(400)
                .body("error.details[0].pointer", is("/" + member));
    }

    @Test
    void aWrongUpdateIsRefused() {
        String id = entry(desk.request());
        put(desk.request(), id, "end_time", "2026-11-03T20:00:00Z").statusCode(400);
        put(desk.request(), id, "billable_duration", -1).statusCode(400);
        put(desk.request(), id, "service_id", Ids.next()).statusCode(400);
        put(desk.request(), id, "notes", "x".repeat(5001)).statusCode(400);
        put(desk.request().header("If-Match", "\"9-x\""), id, "notes", "x").statusCode(412);
        put(desk.request(), Ids.next().toString(), "notes", "x").statusCode(404);
        put(desk.request(), "1", "notes", "x").statusCode(400).body("message", is("Invalid time entry ID format"));
        desk.request().get(PATH + "/" + Ids.next()).then().statusCode(404);
        desk.request().get(PATH + "/1").then().statusCode(400);
        desk.request().delete(PATH + "/" + Ids.next()).then().statusCode(404);
        desk.request().delete(PATH + "/1").then().statusCode(400);
        desk.request()
                .header("If-Match", "\"9-x\"")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void oneKeepsOnesOwnEntriesOnly() {
        String mine = entry(desk.as(WORKER));
        String theirs = entry(desk.other(other, WORKER));

        desk.as(WORKER).get(PATH + "/" + theirs).then().statusCode(403);
        put(desk.as(WORKER), theirs, "notes", "x")
                .statusCode(403)
                .body("message", is("You can only change your own time entries"));
        desk.as(WORKER).delete(PATH + "/" + theirs).then().statusCode(403);
        desk.as(WORKER).get(PATH).then().statusCode(200).body("data.entry_id", contains(mine));
        desk.as(WORKER).get(PATH + "?user_id=" + other).then().statusCode(200).body("data", empty());
        desk.as(WORKER).delete(PATH + "/" + mine).then().statusCode(204);
        desk.as(WORKER).get(PATH).then().body("data", empty());
    }

    @Test
    void othersEntriesAreSeenAndKeptByPermission() {
        String theirs = entry(desk.other(other, WORKER));

        desk.as("timeentry:read", "timesheet:read_all")
                .get(PATH + "/" + theirs)
                .then()
                .statusCode(200)
                .body("data.is_own", is(false))
                .body("data.user_name", is("Olga Other"));
        desk.as("timeentry:read", "timesheet:read_all")
                .get(PATH + "?ticket_id=" + ticket)
                .then()
                .body("data.entry_id", contains(theirs))
                .body("pagination.total", is(1));
        put(desk.as("timeentry:update", "timeentry:delete"), theirs, "notes", "checked")
                .statusCode(200)
                .body("data.user_id", is(other.toString()));
        desk.as("timeentry:update", "timeentry:delete")
                .delete(PATH + "/" + theirs)
                .then()
                .statusCode(204);
    }

    @Test
    void anApprovedEntryStays() {
        String id = entry(desk.request());
        Database.execute("UPDATE time_entries SET approval_status = 'APPROVED' WHERE id = ?", UUID.fromString(id));

        put(desk.request(), id, "notes", "x").statusCode(409);
        desk.request().delete(PATH + "/" + id).then().statusCode(409).body("error.code", is("CONFLICT"));
    }

    @Test
    void theTicketShowsOwnTimeAndSumsOfTheRest() {
        entry(desk.as(WORKER), "billable_duration", 10);
        entry(desk.as(WORKER), "billable_duration", 5, "start_time", "2026-11-03T23:40:00Z");
        entry(desk.other(other, WORKER), "billable_duration", 7);

        ofTicket(desk.as("ticket:read", "timeentry:read"))
                .body("data.entries.billable_duration", contains(5, 10))
                .body("data.entries[1].start_time", is("2026-11-03T23:30:00Z"))
                .body("data.ownTotalMinutes", is(15))
                .body("data.ownEntryCount", is(2))
                .body("data.othersTotalMinutes", is(7))
                .body("data.othersEntryCount", is(1))
                .body("data.othersVisibleMinutes", is(0))
                .body("data.othersVisibleCount", is(0))
                .body("data.othersHiddenMinutes", is(7))
                .body("data.othersHiddenCount", is(1))
                .body("data.totalMinutes", is(22));
        Map<String, Object> entry = ofTicket(desk.as("ticket:read", "timeentry:read", "timesheet:read_all"))
                .body("data.entries.is_own", contains(true, false, true))
                .body("data.othersVisibleMinutes", is(7))
                .body("data.othersHiddenCount", is(0))
                .extract()
                .path("data.entries[0]");
        assertEquals(
                Set.of(
                        "entry_id",
                        "user_id",
                        "user_name",
                        "start_time",
                        "end_time",
                        "work_date",
                        "billable_duration",
                        "notes",
                        "approval_status",
                        "service_id",
                        "service_name",
                        "is_own"),
                entry.keySet());
    }

    @Test
    void theTicketsTimeTakesBothPermissions() {
        String path = "/api/v1/tickets/" + ticket + "/time-entries";
        desk.as("ticket:read")
                .get(path)
                .then()
                .statusCode(403)
                .body("message", is("Permission denied: Cannot read timeentry"));
        desk.request()
                .get("/api/v1/tickets/" + Ids.next() + "/time-entries")
                .then()
                .statusCode(404);
        desk.request().get("/api/v1/tickets/1/time-entries").then().statusCode(400);
        ofTicket(desk.request()).body("data.entries", empty()).body("data.totalMinutes", is(0));
    }

    @Test
    void theListIsFilteredSortedAndPaged() {
        for (int hour = 10; hour < 15; hour++) {
            entry(desk.request(), "start_time", "2026-11-01T" + hour + ":00:00Z", "notes", "" + hour);
        }

        desk.request()
                .get(PATH + "?limit=2&page=2&order=asc")
                .then()
                .body("data.notes", contains("12", "13"))
                .body("pagination.totalPages", is(3));
        desk.request()
                .get(PATH + "?start_from=2026-11-01T13:00:00Z&start_to=2026-11-01T13:30:00Z&nonsense=1")
                .then()
                .header("X-Ignored-Parameters", "nonsense")
                .body("data.notes", contains("13"));
        desk.request()
                .get(PATH + "?cursor=&limit=4")
                .then()
                .body("data.notes", contains("14", "13", "12", "11"))
                .body("pagination.hasNext", is(true));
        desk.request().get(PATH + "?ticket_id=1").then().statusCode(400);
        desk.request().get(PATH + "?sort=notes").then().statusCode(400);
        desk.request().get(PATH + "?ticket_id=" + Ids.next()).then().body("data", empty());
    }

    private Map<String, Object> body(Object... members) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "work_item_type", "ticket",
                "work_item_id", ticket,
                "start_time", "2026-11-03T23:30:00Z",
                "end_time", "2026-11-04T00:05:30Z"));
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return body;
    }

    private ValidatableResponse add(RequestSpecification request, Object... members) {
        return request.body(body(members)).post(PATH).then();
    }

    private String entry(RequestSpecification request, Object... members) {
        return add(request, members).statusCode(201).extract().path("data.entry_id");
    }

    private static ValidatableResponse put(RequestSpecification request, String id, Object... members) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return request.body(body).put(PATH + "/" + id).then();
    }

    private ValidatableResponse ofTicket(RequestSpecification request) {
        return request.get("/api/v1/tickets/" + ticket + "/time-entries").then().statusCode(200);
    }
}
