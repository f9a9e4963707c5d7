package io.deskgraph.tickets.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketEventsTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://deskgraph.io/schemas/", "classpath:contracts/schemas/")));

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void eachChangeIsOneEventOfTheMostSpecificTypeAndNothingElseIsTold() {
        String other = desk.create("/api/v1/priorities", Map.of("priority_name", "Low"), "priority_id");
        String waiting = desk.status(desk.board, "Waiting", false);
        String id = desk.ticket("attributes", Map.of("description", "x"), "due_date", "2027-01-01T00:00:00Z");
        desk.put(id, "title", "Other");
        desk.put(id, "title", "Other");
        desk.put(id, "status_id", waiting, "title", "Again");
        desk.put(id, "priority_id", other);
        desk.put(id, "assigned_to", desk.user);
        desk.put(id, "assigned_to", Ids.next()).statusCode(400);
        desk.put(id, "assigned_to", null);
        desk.put(id, "status_id", desk.closed);
        desk.put(id, "status_id", desk.open);
        desk.request()
                .header("If-Match", "\"1-x\"")
                .body("{}")
                .put("/api/v1/tickets/" + id)
                .then()
                .statusCode(412);
        desk.request().delete("/api/v1/tickets/" + id).then().statusCode(204);

        List<PublishedEvent> events = of(id, 9);

        assertEquals(
                List.of(
                        EventTypes.TICKET_CREATED,
                        EventTypes.TICKET_UPDATED,
                        EventTypes.TICKET_STATUS_CHANGED,
                        EventTypes.TICKET_PRIORITY_CHANGED,
                        EventTypes.TICKET_ASSIGNED,
                        EventTypes.TICKET_UNASSIGNED,
                        EventTypes.TICKET_CLOSED,
                        EventTypes.TICKET_REOPENED,
                        EventTypes.TICKET_DELETED),
                events.stream().map(PublishedEvent::type).toList());
        assertEquals(
                LongStream.rangeClosed(1, 9).boxed().toList(),
                events.stream().map(PublishedEvent::version).toList());
        events.forEach(TicketEventsTest::isAsDescribed);
    }

    @Test
    void anEventCarriesTheWholeTicketWhatChangedAndWhoDidIt() {
        String id = desk.ticket("tags", List.of("b", "a"));
        desk.request()
                .header("X-Request-Id", "req-1")
                .body(Map.of("status_id", desk.closed))
                .put("/api/v1/tickets/" + id)
                .then()
                .statusCode(200);

        PublishedEvent event = of(id, 2).get(1);

        JsonNode after = event.payload().path("after");
        assertEquals(id, after.path("ticket_id").textValue());
        assertEquals("TIC1000", after.path("ticket_number").textValue());
        assertEquals(2, after.path("version").intValue());
        assertEquals("[\"a\",\"b\"]", after.path("tags").toString());
        JsonNode changed = event.payload().path("changed");
        Set<String> names = new TreeSet<>();
        changed.fieldNames().forEachRemaining(names::add);
        assertEquals(Set.of("status_id", "is_closed", "closed_at", "closed_by"), names);
        assertEquals(desk.open, changed.path("status_id").path("old").textValue());
        assertEquals(desk.closed, changed.path("status_id").path("new").textValue());
        assertEquals(desk.tenant + ":" + id, event.key());
        assertEquals(TestTokens.USER.toString(), event.headers().get(Headers.ACTOR_ID));
        assertEquals("req-1", event.headers().get(Headers.CAUSATION_ID));
    }

    @Test
    void aLookUpIsToldOnceAndANewTagToo() {
        desk.ticket("tags", List.of("x"));
        desk.ticket("tags", List.of("X"));

        List<PublishedEvent> events = Events.await(Topics.TICKETS, desk.tenant, found -> found.size() >= 8).stream()
                .filter(event -> event.type().equals(EventTypes.REFERENCE_CHANGED))
                .toList();

        assertEquals(
                Map.of("board", 1L, "status", 2L, "priority", 1L, "client", 1L, "tag", 1L),
                events.stream()
                        .collect(Collectors.groupingBy(
                                event -> event.payload()
                                        .path("after")
                                        .path("kind")
                                        .textValue(),
                                Collectors.counting())));
        assertTrue(events.stream().anyMatch(event -> event.subject().equals("board:" + desk.board)));
        events.forEach(TicketEventsTest::isAsDescribed);
    }

    private List<PublishedEvent> of(String id, int count) {
        return Events.await(
                        Topics.TICKETS, desk.tenant, found -> mine(found, id).size() >= count)
                .stream()
                .filter(event -> event.subject().equals(id))
                .toList();
    }

    private static List<PublishedEvent> mine(List<PublishedEvent> events, String id) {
        return events.stream().filter(event -> event.subject().equals(id)).toList();
    }

    private static void isAsDescribed(PublishedEvent event) {
        var schema = SCHEMAS.getSchema(
                SchemaLocation.of(EventTypes.schemaUri(event.type()).toString()),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        assertNotNull(schema);
        assertEquals(Set.of(), schema.validate(event.payload()), event.type());
    }
}
