package io.deskgraph.tickets;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two tenants with the same data: what one sends with the other's ids is as if the ids did not exist. */
@QuarkusTest
class TenantWallTest {

    @Inject
    Transactions transactions;

    private Desk ours;
    private Desk theirs;
    private String ticket;

    @BeforeEach
    void open() {
        ours = new Desk();
        theirs = new Desk();
        ticket = theirs.ticket("title", theirs.slug, "assigned_to", theirs.user, "tags", List.of("secret"));
    }

    @TestFactory
    Stream<DynamicTest> anotherTenantsTicketAnswersLikeNone() {
        return Stream.of(
                        "GET /api/v1/tickets/{id}",
                        "PUT /api/v1/tickets/{id}",
                        "PATCH /api/v1/tickets/{id}",
                        "DELETE /api/v1/tickets/{id}",
                        "PUT /api/v1/tickets/{id}/status",
                        "PATCH /api/v1/tickets/{id}/status",
                        "PUT /api/v1/tickets/{id}/assignment",
                        "PATCH /api/v1/tickets/{id}/assignment",
                        "GET /api/v1/tickets/{id}/agents",
                        "POST /api/v1/tickets/{id}/agents",
                        "DELETE /api/v1/tickets/{id}/agents/" + theirs.user,
                        "GET /internal/tickets/{id}")
                .map(route -> dynamicTest(route, () -> {
                    Response theirOne = call(route, ticket);
                    Response none = call(route, Ids.next().toString());

                    assertEquals(404, theirOne.statusCode());
                    assertEquals(comparable(none), comparable(theirOne));
                    assertEquals(null, theirOne.header("ETag"));
                    assertEquals(1, theirs.version(ticket));
                }));
    }

    @TestFactory
    Stream<DynamicTest> anotherTenantsReferenceIsNone() {
        Map<String, Object> foreign = Map.of(
                "client_id", theirs.client,
                "board_id", theirs.board,
                "status_id", theirs.open,
                "priority_id", theirs.priority,
                "assigned_to", theirs.user);
        return foreign.keySet().stream()
                .map(member -> dynamicTest(member, () -> ours.request()
                        .body(ours.ticketBody(member, foreign.get(member)))
                        .post("/api/v1/tickets")
                        .then()
                        .statusCode(400)
                        .body("error.details[0].pointer", is("/" + member))));
    }

    @Test
    void searchAndSumsKnowOnesOwnTicketsOnly() {
        ours.ticket();

        ours.request()
                .get("/api/v1/tickets/search?include_closed=true&query=" + theirs.slug)
                .then()
                .statusCode(200)
                .body("data", empty());
        ours.request()
                .get("/api/v1/tickets/stats")
                .then()
                .statusCode(200)
                .body("data.total_tickets", is(1))
                .body("data.tickets_by_status", is(Map.of(ours.open, 1)));
        ours.request()
                .get("/api/v1/tickets/stats?client_id=" + theirs.client)
                .then()
                .body("data.total_tickets", is(0));
    }

    @Test
    void anotherTenantsUserCannotWorkOnATicket() {
        String own = ours.ticket("assigned_to", ours.user);

        ours.request()
                .body(Map.of("user_id", theirs.user))
                .post("/api/v1/tickets/" + own + "/agents")
                .then()
                .statusCode(404)
                .body("message", is("User not found"));
        ours.request()
                .body(Map.of("assigned_to", theirs.user))
                .put("/api/v1/tickets/" + own + "/assignment")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", is("/assigned_to"));
    }

    @Test
    void aStatusCannotBePutOnAnotherTenantsBoard() {
        ours.request()
                .body(Map.of("name", "x", "status_type", "ticket", "board_id", theirs.board))
                .post("/api/v1/statuses")
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", is("/board_id"));
    }

    @TestFactory
    Stream<DynamicTest> listsAndTotalsAreOnesOwn() {
        ours.ticket();
        return Stream.of(
                        "tickets",
                        "tickets?cursor=",
                        "tickets/search?query=e&include_closed=true",
                        "tickets/stats",
                        "tags",
                        "boards",
                        "statuses?sort=name",
                        "priorities",
                        "clients",
                        "tickets/statuses",
                        "tickets/priorities")
                .map(route -> dynamicTest(route, () -> {
                    String answer = ours.request()
                            .get("/api/v1/" + route)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();
                    List.of(theirs.tenant.toString(), theirs.board, theirs.client, theirs.priority, ticket, "secret")
                            .forEach(text -> assertEquals(-1, answer.indexOf(text), text));
                    if (route.equals("tickets")) {
                        ours.request().get("/api/v1/tickets").then().body("pagination.total", is(1));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> filtersByAnotherTenantsIdsFindNothing() {
        ours.ticket();
        return Stream.of(
                        "client_id=" + theirs.client,
                        "board_id=" + theirs.board,
                        "status_id=" + theirs.open,
                        "priority_id=" + theirs.priority,
                        "assigned_to=" + theirs.user,
                        "master_ticket_id=" + ticket,
                        "search=" + theirs.slug,
                        "title=" + theirs.slug,
                        "tags=secret")
                .map(query -> dynamicTest(query, () -> ours.request()
                        .get("/api/v1/tickets?" + query)
                        .then()
                        .statusCode(200)
                        .body("data", empty())));
    }

    @Test
    void numbersTagsAndEventsAreOnesOwn() {
        ours.read(ours.ticket("tags", List.of("secret"))).body("data.ticket_number", is("TIC1000"));

        assertEquals(
                List.of("1", "1"),
                Database.texts(
                        "SELECT count(*) FROM tags WHERE tenant_id IN (?, ?) GROUP BY tenant_id",
                        ours.tenant,
                        theirs.tenant));
        Events.await(Topics.TICKETS, ours.tenant, events -> events.size() == 7)
                .forEach(event -> assertEquals(-1, event.payload().toString().indexOf(theirs.tenant.toString())));
    }

    @Test
    void aQueryThatForgetsItsTenantSeesOnlyOnesOwn() {
        ours.ticket();
        long seen = transactions
                .run(ours.tenant, tx -> tx.sql("SELECT count(*) AS n FROM tickets"))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong("n");

        assertEquals(1, seen);
        assertEquals(
                0,
                transactions
                        .run(
                                ours.tenant,
                                tx -> tx.sql("UPDATE tickets SET title = 'x' WHERE id = $1", UUID.fromString(ticket)))
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .rowCount());
    }

    private Response call(String route, String id) {
        String[] parts = route.split(" ");
        return ours.request()
                .body(Map.of("title", "x", "status_id", ours.open, "assigned_to", ours.user, "user_id", ours.user))
                .request(parts[0], parts[1].replace("{id}", id));
    }

    private static String comparable(Response response) {
        return response.asString()
                .replaceAll("\"(instance|requestId|timestamp)\":\"[^\"]*\"", "")
                .replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }
}
