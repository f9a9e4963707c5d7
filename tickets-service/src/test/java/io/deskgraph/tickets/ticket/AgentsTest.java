package io.deskgraph.tickets.ticket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentsTest {

    private Desk desk;
    private UUID second;

    @BeforeEach
    void open() {
        desk = new Desk();
        second = desk.user("Sam", "Second");
    }

    @Test
    void theFirstAgentBecomesTheAssigneeTheNextStandBeside() {
        String id = desk.ticket();

        add(id, Map.of("user_id", desk.user))
                .statusCode(201)
                .body("data.ticket_id", is(id))
                .body("data.primary_agent.user_id", is(desk.user.toString()))
                .body("data.primary_agent.first_name", is("Terry"))
                .body("data.additional_agents", empty());
        add(id, Map.of("user_id", second))
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("data.additional_agents[0].user_id", is(second.toString()))
                .body("data.additional_agents[0].last_name", is("Second"))
                .body("data.additional_agents[0].role", is("support"))
                .body("data.additional_agents[0].assignment_id", notNullValue())
                .body("data.additional_agents[0].assigned_at", notNullValue());
        UUID third = desk.user("Tim", "Third");
        add(id, Map.of("user_id", third, "role", "expert")).statusCode(201);
        list(id).statusCode(200)
                .body("data.additional_agents.user_id", contains(third.toString(), second.toString()))
                .body("data.additional_agents.role", contains("expert", "support"));
        assertEquals(4, desk.version(id));
    }

    @Test
    void nobodyIsOnATicketTwice() {
        String id = desk.ticket("assigned_to", desk.user);
        add(id, Map.of("user_id", second)).statusCode(201);

        add(id, Map.of("user_id", second)).statusCode(409).body("error.code", is("CONFLICT"));
        add(id, Map.of("user_id", desk.user)).statusCode(409);
        assertEquals(2, desk.version(id));
    }

    @Test
    void mistakesAreTold() {
        String id = desk.ticket();

        add(id, Map.of()).statusCode(400).body("error.details.pointer", contains("/user_id"));
        add(id, Map.of("user_id", second, "role", "")).statusCode(400);
        add(id, Map.of("user_id", second, "suppressInternalNotifications", true))
                .statusCode(400);
        add(id, Map.of("user_id", Ids.next())).statusCode(404).body("message", is("User not found"));
        Database.execute("UPDATE user_copies SET is_inactive = true WHERE id = ?", second);
        add(id, Map.of("user_id", second)).statusCode(404).body("message", is("User not found"));
        add(Ids.next().toString(), Map.of("user_id", desk.user))
                .statusCode(404)
                .body("message", is("ticket not found"));
        list(Ids.next().toString()).statusCode(404);
        list("x").statusCode(400);
        remove(id, "x").statusCode(400);
        remove(id, Ids.next().toString()).statusCode(404).body("message", is("Agent not found"));
        remove(Ids.next().toString(), Ids.next().toString()).statusCode(404).body("message", is("ticket not found"));
    }

    @Test
    void anAgentIsTakenOffAndBothAreTold() {
        String id = desk.ticket("assigned_to", desk.user);
        add(id, Map.of("user_id", second)).statusCode(201);
        desk.request()
                .header("If-Match", "\"1-x\"")
                .delete("/api/v1/tickets/" + id + "/agents/" + second)
                .then()
                .statusCode(412);

        remove(id, second.toString()).statusCode(204);

        list(id).body("data.additional_agents", empty());
        List<PublishedEvent> events =
                Events.await(Topics.TICKETS, desk.tenant, found -> of(found, id).size() >= 3);
        assertEquals(
                List.of(EventTypes.TICKET_CREATED, EventTypes.TICKET_UPDATED, EventTypes.TICKET_UPDATED),
                of(events, id).stream().map(PublishedEvent::type).toList());
        assertEquals(
                "{\"old\":[],\"new\":[\"" + second + "\"]}",
                of(events, id)
                        .get(1)
                        .payload()
                        .path("changed")
                        .path("additional_agents")
                        .toString());
    }

    @Test
    void aNewAssigneeStandsBesideNoLongerAndWithoutOneNobodyDoes() {
        String id = desk.ticket("assigned_to", desk.user);
        add(id, Map.of("user_id", second)).statusCode(201);
        UUID third = desk.user("Tim", "Third");
        add(id, Map.of("user_id", third)).statusCode(201);

        desk.put(id, "assigned_to", second).statusCode(200);
        list(id).body("data.primary_agent.user_id", is(second.toString()))
                .body("data.additional_agents.user_id", contains(third.toString()));
        desk.put(id, "assigned_to", null).statusCode(200);
        list(id).body("data.primary_agent", nullValue()).body("data.additional_agents", empty());
    }

    private ValidatableResponse add(String ticket, Map<String, ?> body) {
        return desk.request()
                .body(body)
                .post("/api/v1/tickets/" + ticket + "/agents")
                .then();
    }

    private ValidatableResponse remove(String ticket, String user) {
        return desk.request()
                .delete("/api/v1/tickets/" + ticket + "/agents/" + user)
                .then();
    }

    private ValidatableResponse list(String ticket) {
        return desk.request().get("/api/v1/tickets/" + ticket + "/agents").then();
    }

    private static List<PublishedEvent> of(List<PublishedEvent> events, String id) {
        return events.stream().filter(event -> event.subject().equals(id)).toList();
    }
}
