package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TicketWorkflowTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void aStatusIsTakenOn(String method) {
        String id = desk.ticket();

        send(method, id, "status", Map.of("status_id", desk.closed))
                .statusCode(200)
                .body("data.is_closed", is(true))
                .body("data.closed_by", is(TestTokens.USER.toString()))
                .body("data.description_html", is("<p></p>"));
        send(method, id, "status", Map.of("status_id", desk.open, "reason", "ignored"))
                .statusCode(200)
                .body("data.is_closed", is(false))
                .body("data.closed_at", nullValue());
        assertEquals(3, desk.version(id));
    }

    @Test
    void theClientMaySaySinceWhenAndByWhomATicketIsClosed() {
        String id = desk.ticket();
        String entered = desk.read(id).extract().path("data.entered_at");

        send("PUT", id, "status", Map.of("status_id", desk.closed, "closed_at", entered, "closed_by", desk.user))
                .statusCode(200)
                .body("data.closed_at", is(entered))
                .body("data.closed_by", is(desk.user.toString()));
        send("PUT", id, "status", Map.of("status_id", desk.closed, "closed_at", entered))
                .statusCode(200);
        assertEquals(2, desk.version(id));
        send("PUT", id, "status", Map.of("status_id", desk.closed, "closed_by", TestTokens.USER))
                .statusCode(400)
                .body("error.details.pointer", contains("/closed_by"));
    }

    @Test
    void aClosingTimeHasToBeInTheTicketsLifeAndItsStatusHasToClose() {
        String id = desk.ticket();

        for (Instant at : new Instant[] {
            Instant.parse("2000-01-01T00:00:00Z"), Instant.now().plus(1, ChronoUnit.DAYS)
        }) {
            send("PUT", id, "status", Map.of("status_id", desk.closed, "closed_at", at.toString()))
                    .statusCode(400)
                    .body("error.details.pointer", contains("/closed_at"));
        }
        send("PUT", id, "status", Map.of("status_id", desk.open, "closed_by", desk.user))
                .statusCode(400)
                .body("error.details.pointer", contains("/closed_by"));
        send("PUT", id, "status", Map.of("status_id", desk.closed, "closed_by", Ids.next()))
                .statusCode(400)
                .body("error.details.pointer", contains("/closed_by"));
        assertEquals(1, desk.version(id));
    }

    @Test
    void aStatusIsCompulsoryAndHasToBeOneOfTheBoard() {
        String id = desk.ticket();

        send("PUT", id, "status", Map.of()).statusCode(400).body("error.details.pointer", contains("/status_id"));
        send("PUT", id, "status", Map.of("status_id", Ids.next()))
                .statusCode(400)
                .body("error.details.pointer", contains("/status_id"));
        send("PUT", Ids.next().toString(), "status", Map.of("status_id", desk.open))
                .statusCode(404);
        send("PUT", "x", "status", Map.of("status_id", desk.open)).statusCode(400);
        send("PUT", id, "status", Map.of("status_id", desk.open, "suppressInternalNotifications", true))
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void aTicketIsAssignedAndTakenBack(String method) {
        String id = desk.ticket();

        send(method, id, "assignment", Map.of("assigned_to", desk.user))
                .statusCode(200)
                .body("data.assigned_to", is(desk.user.toString()));
        send(method, id, "assignment", Map.of()).statusCode(200).body("data.assigned_to", is(desk.user.toString()));
        assertEquals(2, desk.version(id));
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("assigned_to", null);
        send(method, id, "assignment", nobody).statusCode(200).body("data.assigned_to", nullValue());
        send(method, id, "assignment", Map.of("assigned_to", Ids.next()))
                .statusCode(400)
                .body("error.details.pointer", contains("/assigned_to"));
        send(method, id, "assignment", Map.of("suppressInternalNotifications", true))
                .statusCode(400);
        send(method, Ids.next().toString(), "assignment", Map.of()).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "assignment"})
    void aStaleConditionAndMissingRightsAreRefused(String what) {
        String id = desk.ticket();

        for (String method : List.of("PUT", "PATCH")) {
            desk.request()
                    .header("If-Match", "\"9-x\"")
                    .body(Map.of("status_id", desk.closed, "assigned_to", desk.user))
                    .request(method, "/api/v1/tickets/" + id + "/" + what)
                    .then()
                    .statusCode(412);
        }
        desk.as("ticket:update")
                .body(Map.of("status_id", desk.closed))
                .put("/api/v1/tickets/" + id + "/" + what)
                .then()
                .statusCode(403)
                .header("ETag", nullValue());
        desk.request()
                .body(Map.of("status_id", desk.open))
                .put("/api/v1/tickets/" + id + "/" + what)
                .then()
                .statusCode(200)
                .header("ETag", not(nullValue()));
    }

    private ValidatableResponse send(String method, String id, String what, Map<String, ?> body) {
        return desk.request()
                .body(body)
                .request(method, "/api/v1/tickets/" + id + "/" + what)
                .then();
    }
}
