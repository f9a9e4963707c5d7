package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TicketListTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void aRowHasEveryColumnTheNamesAndTheTags() {
        Set<String> members = new HashSet<>(TicketCreateTest.MEMBERS);
        members.addAll(List.of(
                "client_name",
                "contact_name",
                "status_name",
                "status_is_closed",
                "priority_name",
                "category_name",
                "subcategory_name",
                "board_name",
                "entered_by_name",
                "is_overdue",
                "assigned_to_name"));
        desk.ticket("assigned_to", desk.user, "tags", List.of("x"));

        list("").body("keySet()", equalTo(Set.of("data", "pagination", "meta")))
                .body("data[0].keySet()", equalTo(members))
                .body("data[0].client_name", is("Initech"))
                .body("data[0].board_name", is("Support"))
                .body("data[0].assigned_to_name", is("Terry Tester"))
                .body("data[0].entered_by_name", nullValue())
                .body("data[0].tags.tag_text", contains("x"))
                .body(
                        "pagination",
                        equalTo(Map.of(
                                "page",
                                1,
                                "limit",
                                25,
                                "total",
                                1,
                                "totalPages",
                                1,
                                "hasNext",
                                false,
                                "hasPrev",
                                false)))
                .body("meta", equalTo(Map.of("sort", "created_at", "order", "desc", "filters", Map.of())));
    }

    @Test
    void everyFilterNarrows() {
        Fixtures fixtures = new Fixtures(desk.tenant);
        UUID client = UUID.fromString(desk.client);
        UUID location = fixtures.location(client, "HQ", true);
        UUID contact = fixtures.contact(client, "Bill");
        UUID category = fixtures.category("Hardware", null);
        UUID subcategory = fixtures.category("Printers", category);
        UUID asset = Ids.next();
        String full = desk.ticket(
                "title",
                "100% of_it \\ broken",
                "location_id",
                location,
                "contact_name_id",
                contact,
                "category_id",
                category,
                "subcategory_id",
                subcategory,
                "assigned_to",
                desk.user,
                "due_date",
                "2020-01-01T00:00:00Z",
                "tags",
                List.of("Fire"));
        fixtures.link(full, asset);
        desk.put(full, "url", "https://example.org");
        String other = desk.ticket("status_id", desk.closed, "title", "100 of it");

        only(full, "location_id=" + location);
        only(full, "contact_name_id=" + contact);
        only(full, "category_id=" + category);
        only(full, "subcategory_id=" + subcategory);
        only(full, "assigned_to=" + desk.user);
        only(full, "status_id=" + desk.open);
        only(full, "is_open=true");
        only(other, "is_open=false");
        only(other, "is_closed=true");
        only(full, "is_closed=false");
        only(full, "has_assignment=true");
        only(other, "has_assignment=false");
        only(full, "is_overdue=true");
        only(other, "is_overdue=false");
        only(full, "asset_id=" + asset);
        only(full, "tags=fire,%20OTHER");
        only(full, "contact_name=Bill");
        only(full, "category_name=Hardware");
        only(full, "status_name=Open");
        only(full, "title=100%25");
        only(full, "title=of_IT");
        only(full, "title=%5C");
        only(full, "ticket_number=c1000");
        only(full, "search=TIC1000");
        only(full, "due_from=2019-12-31T23:00:00%2B00:00&due_to=2020-01-01T00:00:00Z");
        only(other, "closed_from=2020-01-01T00:00:00Z");
        none("status_name=open");
        none("due_from=2020-01-01T00:00:00.001Z");
        none("entered_to=2020-01-01T00:00:00Z");
        none("updated_to=2020-01-01T00:00:00Z");
        none("created_to=2020-01-01T00:00:00Z");
        none("closed_to=2020-01-01T00:00:00Z");
        none("asset_id=" + Ids.next());
        both("entered_from=2020-01-01T00:00:00Z");
        both("updated_from=2020-01-01T00:00:00Z");
        both("created_from=2020-01-01T00:00:00Z");
        both("board_id=" + desk.board);
        both("board_name=Support");
        both("client_id=" + desk.client);
        both("client_name=Initech");
        both("priority_id=" + desk.priority);
        both("priority_name=High");
        both("entered_by=01970000-0000-7000-8000-0000000000aa");
        both("search=INITECH");
        both("status_ids=" + desk.open + "," + desk.closed);
        both("status_ids=[%22" + desk.open + "%22,%22" + desk.closed + "%22]");
        both("is_active=whatever");
    }

    @Test
    void bundleRolesAndMastersAreFound() {
        String master = desk.ticket();
        String child = desk.ticket();
        String alone = desk.ticket();
        desk.request()
                .body(Map.of("child_ticket_ids", List.of(child)))
                .post("/api/v1/tickets/" + master + "/bundle")
                .then()
                .statusCode(201);

        only(master, "bundle_role=master");
        only(child, "bundle_role=child");
        only(child, "master_ticket_id=" + master);
        only(alone, "bundle_role=standalone");
        mistake("bundle_role=boss", "/bundle_role");
    }

    @Test
    void whatWasUnderstoodIsEchoedAndWhatWasNotIsListed() {
        var answer =
                list("is_open=true&status_ids=" + desk.open + "&title=x&foo=1&bar=2&is_active=1&order=asc&sort=title");

        answer.header("X-Ignored-Parameters", "bar, foo")
                .body(
                        "meta",
                        equalTo(Map.of(
                                "sort",
                                "title",
                                "order",
                                "asc",
                                "filters",
                                Map.of("is_open", true, "status_ids", List.of(desk.open), "title", "x"))));
    }

    @Test
    void pagesFollowEachOtherAndSayWhereTheyStand() {
        List<String> ids = List.of(desk.ticket(), desk.ticket(), desk.ticket());
        String path = "/api/v1/tickets?limit=2&sort=ticket_number&order=asc";

        list("limit=2&sort=ticket_number&order=asc")
                .body("data.ticket_id", contains(ids.get(0), ids.get(1)))
                .body("pagination.hasNext", is(true))
                .header(
                        "Link",
                        "<" + path + "&page=1>; rel=\"first\", <" + path + "&page=2>; rel=\"next\", <" + path
                                + "&page=2>; rel=\"last\"");
        list("limit=2&sort=ticket_number&order=asc&page=2")
                .body("data.ticket_id", contains(ids.get(2)))
                .body("pagination.hasPrev", is(true))
                .body("pagination.totalPages", is(2));
        list("page=9").body("data", empty()).body("pagination.total", is(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created_at", "updated_at", "closed_at", "due_date", "ticket_number", "title", "assigned_to",
                "client_name", "status_name", "priority_name", "is_closed", "url", "ticket_id", "response_state"
            })
    void cursorsVisitEveryTicketOnceInEachOrder(String sort) {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            all.add(desk.ticket(
                    "title", "t" + i / 2,
                    "due_date", i % 3 == 0 ? null : "2027-01-0" + (i % 2 + 1) + "T00:00:00Z",
                    "assigned_to", i % 2 == 0 ? null : desk.user,
                    "status_id", i < 3 ? desk.open : desk.closed));
        }

        for (String order : List.of("asc", "desc")) {
            List<String> paged =
                    list("limit=100&sort=" + sort + "&order=" + order).extract().path("data.ticket_id");
            assertEquals(paged, byCursor(sort, order), sort + " " + order);
            assertEquals(all, new HashSet<>(paged));
        }
    }

    @Test
    void ticketsThatComeDuringAWalkDisturbNothing() {
        desk.ticket();
        desk.ticket();
        var first = list("cursor=&limit=1&order=asc");
        String next = first.extract().path("pagination.nextCursor");
        desk.ticket();

        list("limit=1&order=asc&cursor=" + next).body("data[0].ticket_number", is("TIC1001"));
        String link = first.extract().header("Link");
        assertTrue(link.endsWith("; rel=\"next\"") && !link.contains(", "), link);
        assertEquals(
                Set.of("limit", "nextCursor", "hasNext"),
                first.extract().<Map<String, Object>>path("pagination").keySet());
    }

    @Test
    void wrongParametersAreNamed() {
        mistake("limit=101", "/limit");
        mistake("limit=0", "/limit");
        mistake("page=x", "/page");
        mistake("sort=nope", "/sort");
        mistake("sort=id;drop", "/sort");
        mistake("order=up", "/order");
        mistake("is_open=yes", "/is_open");
        mistake("board_id=1", "/board_id");
        mistake("status_ids=1,2", "/status_ids");
        mistake("entered_from=2020", "/entered_from");
        mistake("cursor=abc", "/cursor");
        desk.request()
                .get("/api/v1/tickets?page=x&limit=x")
                .then()
                .statusCode(400)
                .body("error.details.pointer", contains("/page", "/limit"));
    }

    private List<String> byCursor(String sort, String order) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = list("limit=2&sort=" + sort + "&order=" + order + "&cursor=" + cursor)
                    .extract();
            found.addAll(page.path("data.ticket_id"));
            cursor = page.path("pagination.nextCursor");
            assertEquals(cursor != null, page.path("pagination.hasNext"));
            if (cursor == null) {
                assertNull(page.header("Link"));
            }
        }
        return found;
    }

    private void only(String ticket, String query) {
        assertEquals(List.of(ticket), list(query).extract().path("data.ticket_id"), query);
    }

    private void none(String query) {
        assertEquals(List.of(), list(query).extract().path("data.ticket_id"), query);
    }

    private void both(String query) {
        assertEquals(2, (int) list(query).extract().path("pagination.total"), query);
    }

    private ValidatableResponse list(String query) {
        return desk.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/tickets" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }

    private void mistake(String query, String pointer) {
        desk.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/tickets?" + query)
                .then()
                .statusCode(400)
                .body("error.code", is("VALIDATION_ERROR"))
                .body("message", is("Query validation failed"))
                .body("error.details[0].pointer", is(pointer));
    }
}
