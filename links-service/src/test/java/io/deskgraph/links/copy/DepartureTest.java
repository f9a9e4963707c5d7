package io.deskgraph.links.copy;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.Owner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DepartureTest {

    private final Desk desk = Desk.open();
    private final UUID asset = desk.asset();
    private final UUID ticket = desk.ticket();

    @Test
    void aDeletedAssetTakesItsLinksAlongEachWithItsEvent() {
        // Given
        UUID second = desk.ticket();
        UUID untouched = desk.asset();
        desk.linkTicket(asset, ticket).then().statusCode(201);
        desk.linkTicket(asset, second).then().statusCode(201);
        desk.linkTicket(untouched, ticket).then().statusCode(201);

        // When
        desk.assetIsDeleted(asset, 2);

        // Then
        List<PublishedEvent> events = desk.linkEvents(5);
        String deletion = idOfEvent(Topics.ASSETS, asset);
        List<PublishedEvent> ended = events.stream()
                .filter(event -> event.type().equals(EventTypes.TICKET_ASSET_UNLINKED))
                .toList();
        assertEquals(5, events.size());
        assertEquals(2, ended.size());
        for (PublishedEvent event : ended) {
            assertEquals(deletion, event.headers().get(Headers.CAUSATION_ID));
            assertEquals("SYSTEM", event.headers().get(Headers.ACTOR_TYPE));
            assertEquals(2, event.version());
            assertEquals(asset.toString(), event.payload().path("asset_id").asText());
        }
        desk.assetsOf(ticket).then().body("data.asset_id", equalTo(List.of(untouched.toString())));
        desk.ticketsOf(asset).then().statusCode(404).body("error.message", equalTo("Asset not found"));
    }

    @Test
    void aDeletedTicketTakesItsLinksAlong() {
        desk.linkTicket(asset, ticket).then().statusCode(201);

        desk.ticketIsDeleted(ticket, 2);

        List<PublishedEvent> events = desk.linkEvents(2);
        assertEquals(idOfEvent(Topics.TICKETS, ticket), events.get(1).headers().get(Headers.CAUSATION_ID));
        desk.ticketsOf(asset).then().statusCode(200).body("data", empty());
        desk.assetsOf(ticket).then().statusCode(404).body("error.message", equalTo("ticket not found"));
    }

    @Test
    void aLinkMadeAfterTheDeletionButBeforeItsNewsIsEndedByIt() {
        desk.ticketsOf(asset).then().statusCode(200);
        Owner.misbehaves(asset, "broken"); // the owner has deleted it and need not be asked: it is known here
        desk.linkTicket(asset, ticket).then().statusCode(201);

        desk.assetIsDeleted(asset, 2);

        assertEquals(2, desk.linkEvents(2).size());
        assertEquals(0, desk.links());
    }

    @Test
    void afterTheNewsOfADeletionNothingBringsItBack() {
        // Given: the deletion of what was never known here
        desk.assetIsDeleted(asset, 9);
        desk.ticketIsDeleted(ticket, 9);
        desk.applied(Topics.ASSETS, asset, 9);
        desk.applied(Topics.TICKETS, ticket, 9);

        // When: owners that would still answer, and late events
        desk.assetChanges(asset, 3, "Late");

        // Then
        desk.linkTicket(asset, desk.ticket()).then().statusCode(404).body("error.message", equalTo("Asset not found"));
        desk.linkTicket(desk.asset(), ticket).then().statusCode(404).body("error.message", equalTo("Ticket not found"));
        assertEquals(0, Owner.asked(asset));
        assertEquals(0, Owner.asked(ticket));
    }

    @Test
    void whatItsOwnerTellsOfAgainIsBack() {
        // Given
        desk.ticketIsDeleted(ticket, 2);
        desk.applied(Topics.TICKETS, ticket, 2);

        // When: the owner was restored to a moment before the deletion
        desk.ticketChanges(ticket, 3, "Back");
        desk.applied(Topics.TICKETS, ticket, 3);

        // Then
        desk.linkTicket(asset, ticket).then().statusCode(201);
        desk.ticketsOf(asset).then().body("data.title", equalTo(List.of("Back")));
        assertEquals(0, Database.count("SELECT count(*) FROM departures WHERE tenant_id = ?", desk.tenant()));
    }

    @Test
    void anAnswerThatWasUnderWayDoesNotBringADeletedOneBack() throws Exception {
        // Given: the owner was asked and answers late
        Owner.misbehaves(asset, "hold");
        CompletableFuture<Response> linking = CompletableFuture.supplyAsync(() -> desk.linkTicket(asset, ticket));
        Eventually.until("asked", () -> Owner.asked(asset) == 1);
        desk.assetIsDeleted(asset, 2);
        desk.applied(Topics.ASSETS, asset, 2);

        // When
        Owner.release(asset);

        // Then
        linking.get().then().statusCode(404).body("error.message", equalTo("Asset not found"));
        assertEquals(0, copies());
        assertEquals(0, desk.links());
    }

    @Test
    void evenWithTheInboxForgottenADeletedOneStaysAway() {
        desk.linkTicket(asset, ticket).then().statusCode(201);
        desk.assetIsDeleted(asset, 2);
        desk.applied(Topics.ASSETS, asset, 2);
        Database.execute("DELETE FROM inbox WHERE tenant_id = ?", desk.tenant());

        desk.assetChanges(asset, 1, "Again");
        desk.applied(Topics.ASSETS, asset, 1);

        assertEquals(0, copies());
    }

    @Test
    void linksMadeWhileBothEndsAreBeingDeletedNeverDangle() {
        // Given
        List<UUID> assets = new ArrayList<>();
        List<UUID> tickets = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            assets.add(desk.asset());
            tickets.add(desk.ticket());
            desk.ticketsOf(assets.get(i)).then().statusCode(200);
            desk.assetsOf(tickets.get(i)).then().statusCode(200);
        }

        // When
        List<Integer> answers = linkAllWhileDeleting(assets, tickets);

        // Then
        assets.forEach(id -> desk.applied(Topics.ASSETS, id, 2));
        tickets.forEach(id -> desk.applied(Topics.TICKETS, id, 2));
        assertEquals(0, desk.links());
        assertTrue(List.of(201, 404).containsAll(answers), answers.toString());
        int made = (int) answers.stream().filter(status -> status == 201).count();
        Map<String, List<Long>> history = desk.linkEvents(2 * made).stream()
                .collect(Collectors.groupingBy(
                        PublishedEvent::subject, Collectors.mapping(PublishedEvent::version, Collectors.toList())));
        assertEquals(made, history.size());
        history.values().forEach(versions -> assertEquals(List.of(1L, 2L), versions));
    }

    private List<Integer> linkAllWhileDeleting(List<UUID> assets, List<UUID> tickets) {
        ExecutorService callers = Executors.newFixedThreadPool(12);
        List<CompletableFuture<Integer>> links = new ArrayList<>();
        for (UUID one : assets) {
            for (UUID other : tickets) {
                links.add(CompletableFuture.supplyAsync(
                        () -> desk.linkTicket(one, other).statusCode(), callers));
            }
        }
        for (int i = 0; i < assets.size(); i++) {
            desk.ticketIsDeleted(tickets.get(tickets.size() - 1 - i), 2);
            desk.assetIsDeleted(assets.get(i), 2);
        }
        List<Integer> answers = links.stream().map(CompletableFuture::join).toList();
        callers.shutdown();
        return answers;
    }

    private long copies() {
        return Database.count(
                "SELECT count(*) FROM asset_copies WHERE tenant_id = ? AND asset_id = ?", desk.tenant(), asset);
    }

    private String idOfEvent(String topic, UUID subject) {
        return Events.of(topic, desk.tenant()).stream()
                .filter(event -> event.subject().equals(subject.toString()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
