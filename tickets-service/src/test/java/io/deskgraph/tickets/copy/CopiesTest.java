package io.deskgraph.tickets.copy;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CopiesTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void aLinkMakesTheTicketFindableAndUndeletableUntilItEnds() {
        String ticket = desk.ticket();
        UUID link = Ids.next();
        UUID asset = Ids.next();

        publish(Topics.LINKS, EventTypes.TICKET_ASSET_LINKED, link, 1, link(link, ticket, asset));

        Eventually.passes(() -> assertEquals(List.of(ticket), tickets(asset)));
        desk.request().delete("/api/v1/tickets/" + ticket).then().statusCode(409);

        publish(Topics.LINKS, EventTypes.TICKET_ASSET_UNLINKED, link, 2, """
                {"after":null,"changed":{},"asset_id":"%s","ticket_id":"%s"}""".formatted(asset, ticket));

        Eventually.passes(() -> assertEquals(List.of(), tickets(asset)));
        desk.request().delete("/api/v1/tickets/" + ticket).then().statusCode(204);
    }

    @Test
    void aLateBeginningOfAnEndedLinkHasNoEffect() {
        UUID link = Ids.next();
        UUID asset = Ids.next();
        String ticket = desk.ticket();

        publish(Topics.LINKS, EventTypes.TICKET_ASSET_UNLINKED, link, 2, "{\"after\":null,\"changed\":{}}");
        publish(Topics.LINKS, EventTypes.TICKET_ASSET_LINKED, link, 1, link(link, ticket, asset));
        UUID other = Ids.next();
        publish(Topics.LINKS, EventTypes.TICKET_ASSET_LINKED, other, 1, link(other, ticket, other));

        Eventually.passes(() -> assertEquals(List.of(ticket), tickets(other)));
        awaitApplied(Topics.LINKS, link, 2);
        assertEquals(List.of(), tickets(asset));
    }

    @Test
    void usersAreKnownByNameAndCanBeAssignedUntilTheyAreInactive() {
        UUID user = Ids.next();
        publish(Topics.IDENTITY, EventTypes.USER_CREATED, user, 1, Told.user(user, "Ada", false));
        awaitApplied(Topics.IDENTITY, user, 1);

        String ticket = desk.ticket("assigned_to", user);
        desk.read(ticket).body("data.assigned_to_name", is("Ada Lovelace"));

        publish(Topics.IDENTITY, EventTypes.USER_UPDATED, user, 2, Told.user(user, "Augusta", true));
        awaitApplied(Topics.IDENTITY, user, 2);
        desk.read(ticket).body("data.assigned_to_name", is("Augusta Lovelace"));
        desk.request()
                .body(desk.ticketBody("assigned_to", user))
                .post("/api/v1/tickets")
                .then()
                .statusCode(400);

        publish(Topics.IDENTITY, EventTypes.USER_DELETED, user, 3, "{\"after\":null,\"changed\":{}}");
        awaitApplied(Topics.IDENTITY, user, 3);
        assertEquals(0, Database.count("SELECT count(*) FROM user_copies WHERE id = ?", user));
    }

    @Test
    void assetsAreCopiedAndOtherTypesOfTheTopicsPass() {
        UUID asset = Ids.next();
        publish(Topics.ASSETS, EventTypes.ASSET_CREATED, asset, 1, asset(asset, "Laptop"));
        publish(Topics.ASSETS, EventTypes.ASSET_CHECKED_OUT, asset, 2, asset(asset, "Laptop 2"));
        publish(Topics.ASSETS, EventTypes.REFERENCE_CHANGED, Ids.next(), 1, "{\"after\":null,\"changed\":{}}");
        publish(Topics.IDENTITY, EventTypes.ROLE_DELETED, Ids.next(), 1, "{\"after\":null,\"changed\":{}}");

        awaitApplied(Topics.ASSETS, asset, 2);
        assertEquals(
                List.of("A-1/Laptop 2/default"),
                Database.texts(
                        "SELECT asset_tag || '/' || name || '/' || database_id FROM asset_copies WHERE id = ?", asset));

        publish(Topics.ASSETS, EventTypes.ASSET_DELETED, asset, 3, "{\"after\":null,\"changed\":{}}");
        awaitApplied(Topics.ASSETS, asset, 3);
        assertEquals(0, Database.count("SELECT count(*) FROM asset_copies WHERE id = ?", asset));
    }

    @Test
    void aReplayOfEverythingTwiceLeavesTheCopiesAsTheyAre() {
        UUID marker = Ids.next();
        for (int i = 0; i < 20; i++) {
            UUID asset = Ids.next();
            UUID link = Ids.next();
            publish(Topics.ASSETS, EventTypes.ASSET_CREATED, asset, 1, asset(asset, "a" + i));
            publish(Topics.ASSETS, EventTypes.ASSET_UPDATED, asset, 2, asset(asset, "b" + i));
            publish(Topics.LINKS, EventTypes.TICKET_ASSET_LINKED, link, 1, link(link, marker.toString(), asset));
            if (i % 2 == 0) {
                publish(Topics.ASSETS, EventTypes.ASSET_DELETED, asset, 3, "{\"after\":null,\"changed\":{}}");
                publish(Topics.LINKS, EventTypes.TICKET_ASSET_UNLINKED, link, 2, "{\"after\":null,\"changed\":{}}");
            }
        }
        Eventually.passes(() -> assertEquals(List.of("10", "10"), sizes()));
        List<String> before = copies();

        for (int round = 0; round < 2; round++) {
            replay(Topics.ASSETS);
            replay(Topics.LINKS);
        }
        for (String topic : List.of(Topics.ASSETS, Topics.LINKS)) {
            Eventually.until("replay of " + topic + " read", () -> lag(topic) == 0);
        }

        assertEquals(before, copies());
    }

    private void replay(String topic) {
        for (PublishedEvent event : Events.of(topic, desk.tenant)) {
            var record = new ProducerRecord<>(
                    topic, event.key(), event.payload().toString().getBytes(StandardCharsets.UTF_8));
            event.headers()
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            Events.send(record);
        }
    }

    /** Events that came behind every partition's last one and are applied mean that all before them were looked at. */
    private long lag(String topic) {
        UUID last = Ids.next();
        for (int i = 0; i < 24; i++) {
            Events.publish(topic, "io.deskgraph.test.marked.v1", desk.tenant, last + "-" + i, 1, "{\"after\":{}}");
        }
        Eventually.until(
                "marks applied",
                () -> Database.count(
                                "SELECT count(*) FROM inbox WHERE tenant_id = ? AND subject LIKE ?",
                                desk.tenant,
                                last + "-%")
                        == 24);
        return 0;
    }

    private List<String> sizes() {
        return Database.texts(
                "SELECT count(*) FROM asset_copies WHERE tenant_id = ?"
                        + " UNION ALL SELECT count(*) FROM ticket_asset_link_copies WHERE tenant_id = ?",
                desk.tenant,
                desk.tenant);
    }

    private List<String> copies() {
        return Database.texts(
                "SELECT c::text FROM asset_copies c WHERE tenant_id = ?"
                        + " UNION ALL SELECT c::text FROM ticket_asset_link_copies c WHERE tenant_id = ? ORDER BY 1",
                desk.tenant,
                desk.tenant);
    }

    private List<String> tickets(UUID asset) {
        return desk.request()
                .get("/api/v1/tickets?asset_id=" + asset)
                .then()
                .statusCode(200)
                .extract()
                .path("data.ticket_id");
    }

    private void publish(String topic, String type, UUID subject, long version, String payload) {
        Events.publish(topic, type, desk.tenant, subject.toString(), version, payload);
    }

    private void awaitApplied(String topic, UUID subject, long version) {
        Eventually.until(
                "version " + version,
                () -> Database.count(
                                "SELECT count(*) FROM inbox WHERE tenant_id = ? AND topic = ? AND subject = ? AND version = ?",
                                desk.tenant,
                                topic,
                                subject.toString(),
                                version)
                        == 1);
    }

    private String link(UUID link, String ticket, UUID asset) {
        return Told.link(desk.tenant, link, ticket, asset);
    }

    private String asset(UUID asset, String name) {
        return Told.asset(desk.tenant, asset, name);
    }
}
