package io.deskgraph.tickets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BundleEventsTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://deskgraph.io/schemas/", "classpath:contracts/schemas/")));

    private BundleDesk bundles;
    private Desk desk;
    private String master;
    private String first;
    private String second;

    @BeforeEach
    void open() {
        bundles = new BundleDesk();
        desk = bundles.desk;
        master = desk.ticket();
        first = desk.ticket();
        second = desk.ticket();
    }

    @Test
    void aBundlesLifeIsToldStepByStepAndWhatChangesNothingIsNot() {
        bundles.bundled(master, List.of(first));
        bundles.add(master, second);
        bundles.add(master, second).statusCode(409);
        bundles.promote(master, first);
        bundles.settings(first, "mode", "sync_updates");
        bundles.settings(first, "mode", "link_only");
        bundles.remove(first, master);
        bundles.unbundle(first);
        bundles.unbundle(first);

        List<PublishedEvent> events = Events.await(Topics.BUNDLES, desk.tenant, found -> found.size() >= 6);

        assertEquals(
                List.of(
                        EventTypes.BUNDLE_CREATED,
                        EventTypes.BUNDLE_CHILDREN_ADDED,
                        EventTypes.BUNDLE_PROMOTED,
                        EventTypes.BUNDLE_SETTINGS_CHANGED,
                        EventTypes.BUNDLE_CHILD_REMOVED,
                        EventTypes.BUNDLE_DISSOLVED),
                events.stream().map(PublishedEvent::type).toList());
        assertEquals(
                LongStream.rangeClosed(1, 6).boxed().toList(),
                events.stream().map(PublishedEvent::version).toList());
        assertEquals(1, events.stream().map(PublishedEvent::subject).distinct().count());
        events.forEach(BundleEventsTest::isAsDescribed);
        assertEquals(
                "{\"master_ticket_id\":{\"old\":\"%s\",\"new\":\"%s\"},\"child_ticket_ids\":{\"old\":[\"%s\",\"%s\"],\"new\":[\"%s\",\"%s\"]}}"
                        .formatted(master, first, first, second, master, second),
                events.get(2).payload().path("changed").toString());
    }

    @Test
    void whoJoinsAndLeavesIsToldOnTheTicketToo() {
        bundles.bundled(master, List.of(first));
        bundles.remove(master, first);

        List<PublishedEvent> events = ofTicket(first, 3);

        assertEquals(
                List.of(EventTypes.TICKET_CREATED, EventTypes.TICKET_UPDATED, EventTypes.TICKET_UPDATED),
                events.stream().map(PublishedEvent::type).toList());
        assertEquals(
                master,
                events.get(1).payload().at("/changed/master_ticket_id/new").textValue());
        assertTrue(events.get(2).payload().at("/after/master_ticket_id").isNull());
        assertEquals(
                Events.of(Topics.BUNDLES, desk.tenant).get(0).headers().get(Headers.ID),
                events.get(1).headers().get(Headers.CAUSATION_ID));
        events.forEach(BundleEventsTest::isAsDescribed);
    }

    @Test
    void whatIsHandedDownIsOneEventOnEachChildCausedByTheMasters() {
        bundles.bundled(master, List.of(first, second));
        desk.put(master, "status_id", desk.closed, "title", "x").statusCode(200);

        PublishedEvent cause = ofTicket(master, 2).get(1);
        for (String child : List.of(first, second)) {
            PublishedEvent effect = ofTicket(child, 3).get(2);
            assertEquals(EventTypes.TICKET_CLOSED, effect.type());
            assertEquals(cause.headers().get(Headers.ID), effect.headers().get(Headers.CAUSATION_ID));
            assertEquals(TestTokens.USER.toString(), effect.headers().get(Headers.ACTOR_ID));
            JsonNode changed = effect.payload().path("changed");
            assertEquals(desk.closed, changed.at("/status_id/new").textValue());
            assertTrue(changed.at("/is_closed/new").booleanValue());
            isAsDescribed(effect);
        }
    }

    @Test
    void aCopiedCommentIsTheSystemsBecauseOfTheMasters() {
        bundles.bundled(master, List.of(first));
        desk.request()
                .body(Map.of("comment_text", "Fixed"))
                .post("/api/v1/tickets/" + master + "/comments")
                .then()
                .statusCode(201);

        PublishedEvent cause = ofTicket(master, 2).get(1);
        PublishedEvent copy = ofTicket(first, 3).get(2);

        assertEquals(EventTypes.TICKET_COMMENT_ADDED, copy.type());
        assertEquals("SYSTEM", copy.headers().get(Headers.ACTOR_TYPE));
        assertEquals(cause.headers().get(Headers.ID), copy.headers().get(Headers.CAUSATION_ID));
        isAsDescribed(copy);
    }

    @Test
    void aReplyThatReopensIsTheCauseOfTheReopening() {
        bundles.bundled(master, List.of(first));
        bundles.settings(master, "reopen_on_child_reply", true);
        desk.put(master, "status_id", desk.closed);
        desk.request()
                .body(Map.of("comment_text", "Still broken"))
                .post("/api/v1/tickets/" + first + "/comments")
                .then()
                .statusCode(201);

        List<PublishedEvent> child = ofTicket(first, 5);
        PublishedEvent reply = child.get(3);
        PublishedEvent reopened = ofTicket(master, 3).get(2);

        assertEquals(EventTypes.TICKET_COMMENT_ADDED, reply.type());
        assertEquals(EventTypes.TICKET_REOPENED, reopened.type());
        assertEquals(reply.headers().get(Headers.ID), reopened.headers().get(Headers.CAUSATION_ID));
        assertEquals(EventTypes.TICKET_REOPENED, child.get(4).type());
        assertEquals(reopened.headers().get(Headers.ID), child.get(4).headers().get(Headers.CAUSATION_ID));
    }

    @Test
    void deletedTicketsLeaveTheirBundleInTheSameBreath() {
        bundles.bundled(master, List.of(first, second));
        bundles.delete(second, "").statusCode(204);
        bundles.delete(master, "").statusCode(409);
        bundles.delete(master, "?unbundle=true").statusCode(204);

        List<PublishedEvent> events = Events.await(Topics.BUNDLES, desk.tenant, found -> found.size() >= 3);

        assertEquals(
                List.of(EventTypes.BUNDLE_CREATED, EventTypes.BUNDLE_CHILD_REMOVED, EventTypes.BUNDLE_DISSOLVED),
                events.stream().map(PublishedEvent::type).toList());
        assertEquals(
                List.of(EventTypes.TICKET_CREATED, EventTypes.TICKET_UPDATED, EventTypes.TICKET_DELETED),
                ofTicket(second, 3).stream().map(PublishedEvent::type).toList());
        assertEquals(3, ofTicket(first, 3).size());
        assertEquals(EventTypes.TICKET_DELETED, ofTicket(master, 2).get(1).type());
    }

    private List<PublishedEvent> ofTicket(String id, int count) {
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
        assertEquals(Set.of(), schema.validate(event.payload()), event.type());
    }
}
