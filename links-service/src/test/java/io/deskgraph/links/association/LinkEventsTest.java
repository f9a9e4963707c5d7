package io.deskgraph.links.association;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkEventsTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://deskgraph.io/schemas/", "classpath:contracts/schemas/")));

    private final Desk desk = Desk.open();
    private final UUID asset = desk.asset();
    private final UUID ticket = desk.ticket();

    @Test
    void aLinkAndItsEndAreOneEventEach() {
        // When
        desk.caller()
                .header("X-Request-Id", "made-1")
                .body("{\"ticket_id\":\"" + ticket + "\",\"notes\":\"n\"}")
                .post("/api/v1/assets/" + asset + "/tickets")
                .then()
                .statusCode(201);
        desk.linkTicket(asset, ticket).then().statusCode(409);
        desk.caller()
                .header("X-Request-Id", "ended-1")
                .delete("/api/v1/tickets/" + ticket + "/assets/" + asset)
                .then()
                .statusCode(204);
        desk.unlinkTicket(asset, ticket).then().statusCode(404);
        desk.linkAsset(ticket, asset).then().statusCode(201);

        // Then
        List<PublishedEvent> events = desk.linkEvents(3);
        assertEquals(3, events.size());
        PublishedEvent second = newest(events);
        List<PublishedEvent> first = events.stream()
                .filter(event -> !event.subject().equals(second.subject()))
                .toList();
        PublishedEvent linked = first.get(0);
        PublishedEvent unlinked = first.get(1);
        check(linked, EventTypes.TICKET_ASSET_LINKED, 1, "made-1");
        assertEquals(ticket.toString(), linked.payload().at("/after/ticket_id").asText());
        assertEquals(asset.toString(), linked.payload().at("/after/asset_id").asText());
        assertEquals("n", linked.payload().at("/after/notes").asText());
        check(unlinked, EventTypes.TICKET_ASSET_UNLINKED, 2, "ended-1");
        assertTrue(unlinked.payload().path("after").isNull());
        assertEquals(ticket.toString(), unlinked.payload().path("ticket_id").asText());
        assertEquals(linked.subject(), unlinked.subject());
        assertEquals(1, second.version());
    }

    private static PublishedEvent newest(List<PublishedEvent> events) {
        return events.stream()
                .filter(event -> event.type().equals(EventTypes.TICKET_ASSET_LINKED))
                .max((one, other) -> one.subject().compareTo(other.subject()))
                .orElseThrow();
    }

    private void check(PublishedEvent event, String type, long version, String causation) {
        assertEquals(type, event.type());
        assertEquals(version, event.version());
        assertEquals(causation, event.headers().get(Headers.CAUSATION_ID));
        assertEquals(TestTokens.USER.toString(), event.headers().get(Headers.ACTOR_ID));
        assertEquals("USER", event.headers().get(Headers.ACTOR_TYPE));
        assertEquals("/links-service", event.headers().get(Headers.SOURCE));
        assertEquals(desk.tenant() + ":" + event.subject(), event.key());
        assertEquals(
                Set.of(),
                SCHEMAS.getSchema(SchemaLocation.of(EventTypes.schemaUri(type).toString()))
                        .validate(event.payload()));
    }

    @Test
    void aRefusedLinkSaysNothing() {
        desk.linkTicket(asset, UUID.randomUUID()).then().statusCode(404);
        desk.linkTicket(asset, ticket).then().statusCode(201).body("data.entity_id", equalTo(ticket.toString()));

        List<PublishedEvent> events = desk.linkEvents(1);

        assertEquals(1, events.size());
        assertEquals(Topics.LINKS, events.get(0).topic());
    }
}
