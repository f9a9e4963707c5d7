package io.deskgraph.kit.inbox;

import static io.deskgraph.contracts.EventTypes.ASSET_LINK_CREATED;
import static io.deskgraph.contracts.EventTypes.ASSET_LINK_DELETED;
import static io.deskgraph.contracts.EventTypes.ASSET_LINK_UPDATED;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows are as a restore has left them; the topic still tells what came after. */
@QuarkusTest
class ReconciliationTest {

    private final UUID tenant = Ids.next();
    private final UUID note = Ids.next();

    @TestHTTPResource(value = "/topics", management = true)
    URI topics;

    @Test
    void whatWasChangedAfterTheMomentIsToldAsItWasThen() {
        // Given
        row(2);
        told(ASSET_LINK_CREATED, 1, "first");
        told(ASSET_LINK_UPDATED, 2, "kept");
        told(ASSET_LINK_UPDATED, 3, "lost");
        told(ASSET_LINK_UPDATED, 4, "lost too");

        // When
        reconcile();

        // Then
        PublishedEvent last = event(5);
        assertEquals(ASSET_LINK_UPDATED, last.type());
        assertEquals("kept", last.payload().at("/after/text").asText());
        assertEquals(5, last.payload().at("/after/version").asLong());
        assertEquals(
                "{\"text\":{\"old\":\"lost too\",\"new\":\"kept\"}}",
                last.payload().path("changed").toString());
        assertEquals(5, version());
    }

    @Test
    void whatCameToBeAfterTheMomentIsWithdrawn() {
        // Given
        told(ASSET_LINK_CREATED, 1, "lost");
        told(ASSET_LINK_UPDATED, 2, "lost too");

        // When
        reconcile();

        // Then
        PublishedEvent last = event(3);
        assertEquals(ASSET_LINK_DELETED, last.type());
        assertEquals(
                "{\"after\":null,\"changed\":{},\"text\":\"lost too\"}",
                last.payload().toString());
    }

    @Test
    void whatWasDeletedAfterTheMomentIsBack() {
        // Given
        row(1);
        told(ASSET_LINK_CREATED, 1, "kept");
        Events.publish(Topics.LINKS, ASSET_LINK_DELETED, tenant, note.toString(), 2, "{\"after\":null,\"changed\":{}}");

        // When
        reconcile();

        // Then
        PublishedEvent last = event(3);
        assertEquals(ASSET_LINK_CREATED, last.type());
        assertEquals("kept", last.payload().at("/after/text").asText());
        assertEquals("{}", last.payload().path("changed").toString());
        assertEquals(3, version());
    }

    @Test
    void aVersionThatWasGivenTwiceIsSettledForTheRow() {
        // Given: somebody has written before anybody reconciled
        row(2);
        told(ASSET_LINK_CREATED, 1, "first");
        told(ASSET_LINK_UPDATED, 2, "lost");
        told(ASSET_LINK_UPDATED, 2, "new");

        // When
        reconcile();

        // Then
        assertEquals("new", event(3).payload().at("/after/text").asText());
        assertEquals(3, version());
    }

    @Test
    void whatAgreesIsLeftAlone() {
        // Given: as it should be; newer than told; a deletion that everybody knows of; and all of it once more
        row(1);
        told(ASSET_LINK_CREATED, 1, "right");
        UUID unsent = Ids.next();
        Database.execute("INSERT INTO notes (tenant_id, id, text, version) VALUES (?, ?, 'b', 2)", tenant, unsent);
        Events.publish(Topics.LINKS, ASSET_LINK_CREATED, tenant, unsent.toString(), 1, "{\"after\":{}}");
        Events.publish(Topics.LINKS, ASSET_LINK_DELETED, tenant, Ids.next().toString(), 2, "{\"after\":null}");

        // When
        reconcile();
        reconcile();

        // Then
        assertEquals(0, Database.count("SELECT count(*) FROM outbox WHERE tenant_id = ?", tenant));
        assertEquals(3, Events.of(Topics.LINKS, tenant).size());
        assertEquals(1, version());
    }

    @Test
    void whatTheTopicHasForgottenIsCountedAndLeft() {
        // Given: compacted long ago
        row(2);
        told(ASSET_LINK_UPDATED, 7, "lost");

        // When
        int failed = given().post(topics + "/" + Topics.LINKS + "/reconcile").path("failed");

        // Then
        assertTrue(failed >= 1);
        assertEquals(2, version());
    }

    @Test
    void aTopicOfAnotherServiceIsNotFound() {
        given().post(topics + "/" + Topics.TICKETS + "/reconcile").then().statusCode(404);
    }

    private void row(int version) {
        Database.execute(
                "INSERT INTO notes (tenant_id, id, text, version) VALUES (?, ?, 'a', ?)", tenant, note, version);
    }

    private void told(String type, long version, String text) {
        String payload = "{\"after\":{\"text\":\"" + text + "\",\"version\":" + version + "},\"changed\":{}}";
        Events.publish(Topics.LINKS, type, tenant, note.toString(), version, payload);
    }

    private void reconcile() {
        given().post(topics + "/" + Topics.LINKS + "/reconcile").then().statusCode(200);
    }

    private PublishedEvent event(long version) {
        List<PublishedEvent> events = Events.await(
                Topics.LINKS, tenant, found -> found.stream().anyMatch(event -> event.version() == version));
        return events.stream()
                .filter(event -> event.version() == version)
                .findFirst()
                .orElseThrow();
    }

    private long version() {
        return Database.count("SELECT version FROM notes WHERE tenant_id = ? AND id = ?", tenant, note);
    }
}
