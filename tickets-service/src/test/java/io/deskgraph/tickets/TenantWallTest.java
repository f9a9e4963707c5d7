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
        ticket = theirs.ticket("assigned_to", theirs.user, "tags", List.of("secret"));
    }

    @TestFactory
    Stream<DynamicTest> anotherTenantsTicketAnswersLikeNone() {
        return Stream.of(
                        "GET /api/v1/tickets/",
                        "PUT /api/v1/tickets/",
                        "DELETE /api/v1/tickets/",
                        "GET /internal/tickets/")
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
                        "assigned_to=" + theirs.user,
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
        return ours.request().body("{\"title\":\"x\"}").request(parts[0], parts[1] + id);
    }

    private static String comparable(Response response) {
        return response.asString()
                .replaceAll("\"(instance|requestId|timestamp)\":\"[^\"]*\"", "")
                .replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }
}
