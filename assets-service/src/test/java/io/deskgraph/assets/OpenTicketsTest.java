package io.deskgraph.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenTicketsTest {

    private static final String GONE = "{\"after\":null,\"changed\":{}}";

    private final Api api = Api.ofNewTenant();
    private final UUID ticket = Ids.next();
    private final UUID link = Ids.next();
    private UUID asset;

    @BeforeEach
    void createAsset() {
        asset = UUID.fromString(api.asset("T-1").getString("asset_id"));
    }

    @Test
    void countsWhatIsLinkedAndOpen() {
        linked(link, ticket);
        ticket(ticket, 1, false);
        count(1);
        assertEquals(List.of("T-1"), tags("true"));
        assertEquals(List.of(), tags("false"));

        ticket(ticket, 2, true);
        count(0);
        assertEquals(List.of(), tags("true"));

        ticket(ticket, 3, false);
        count(1);
        Events.publish(Topics.TICKETS, EventTypes.TICKET_DELETED, api.tenant(), ticket.toString(), 4, GONE);
        count(0);
    }

    @Test
    void theTicketMayComeBeforeItsLink() {
        ticket(ticket, 1, false);
        linked(link, ticket);
        count(1);

        Events.publish(Topics.LINKS, EventTypes.TICKET_ASSET_UNLINKED, api.tenant(), link.toString(), 2, GONE);
        count(0);
    }

    @Test
    void theTagOfTheAnswerFollowsTheCountButNoWriterIsLate() {
        String before = api.get("/api/assets/1").header("ETag");
        ticket(ticket, 1, false);
        linked(link, ticket);
        count(1);

        assertEquals(
                200,
                api.request()
                        .header("If-None-Match", before)
                        .get("/api/assets/1")
                        .statusCode());
        assertEquals(
                200,
                api.request()
                        .header("If-Match", before)
                        .body("{\"notes\":\"n\"}")
                        .put("/api/v1/assets/" + asset)
                        .statusCode());
    }

    @Test
    void aReplayFromTheBeginningChangesNothing() {
        // Given
        UUID second = Ids.next();
        ticket(ticket, 1, false);
        ticket(ticket, 2, true);
        ticket(second, 1, false);
        linked(link, ticket);
        UUID other = Ids.next();
        linked(other, second);
        Events.publish(Topics.LINKS, EventTypes.TICKET_ASSET_UNLINKED, api.tenant(), link.toString(), 2, GONE);
        applied(link, 2);
        applied(other, 1);
        applied(second, 1);
        applied(ticket, 2);
        List<String> before = copies();

        // When: everything once more, from the first version, twice
        for (int round = 0; round < 2; round++) {
            ticket(ticket, 1, false);
            ticket(ticket, 2, true);
            ticket(second, 1, false);
            linked(link, ticket);
            linked(other, second);
            Events.publish(Topics.LINKS, EventTypes.TICKET_ASSET_UNLINKED, api.tenant(), link.toString(), 2, GONE);
        }
        UUID end = Ids.next();
        ticket(end, 1, true);
        applied(end, 1);
        UUID endOfLinks = Ids.next();
        linked(endOfLinks, end);
        applied(endOfLinks, 1);

        // Then
        Database.execute("DELETE FROM ticket_copies WHERE tenant_id = ? AND id = ?", api.tenant(), end);
        Database.execute("DELETE FROM ticket_link_copies WHERE tenant_id = ? AND id = ?", api.tenant(), endOfLinks);
        assertEquals(before, copies());
        count(1);
    }

    @Test
    void clientsAndRelationshipsAreShownAsTheirEventsTell() {
        UUID client = Ids.next();
        String other = api.asset("T-2").getString("asset_id");
        api.put("/api/v1/assets/" + asset, "{\"client_id\":\"" + client + "\"}");
        Events.publish(
                Topics.TICKETS,
                EventTypes.REFERENCE_CHANGED,
                api.tenant(),
                "client:" + client,
                1,
                "{\"after\":{\"kind\":\"client\",\"id\":\"%s\",\"name\":\"Acme\",\"attributes\":{\"email\":\"a@b.c\"},\"version\":1},\"changed\":{}}"
                        .formatted(client));
        Events.publish(Topics.LINKS, EventTypes.ASSET_LINK_CREATED, api.tenant(), link.toString(), 1, """
                {"after":{"link_id":"%s","from_asset_id":"%s","to_asset_id":"%s","relationship_type":"parentChild",
                          "created_at":"2026-01-01T00:00:00.000Z"},"changed":{}}""".formatted(
                        link, asset, other));

        Eventually.passes(() -> {
            var shown = api.get("/api/v1/assets/" + asset).jsonPath();
            assertEquals("Acme", shown.getString("data.client.client_name"));
            assertEquals("a@b.c", shown.getString("data.client.billing_email"));
            assertEquals(List.of(other), shown.getList("data.relationships.related_asset_id"));
            assertEquals(List.of("child"), shown.getList("data.relationships.direction"));
        });
        assertEquals(
                List.of("parent"),
                api.get("/api/v1/assets/" + other).jsonPath().getList("data.relationships.direction"));
        assertEquals(
                List.of("T-1"),
                api.get("/api/v1/assets?client_name=acm").jsonPath().getList("data.asset_tag"));
        Events.publish(Topics.LINKS, EventTypes.ASSET_LINK_DELETED, api.tenant(), link.toString(), 2, GONE);
        Eventually.passes(() -> assertEquals(
                List.of(), api.get("/api/v1/assets/" + asset).jsonPath().getList("data.relationships")));
    }

    private void ticket(UUID id, long version, boolean closed) {
        Events.publish(
                Topics.TICKETS,
                version == 1 ? EventTypes.TICKET_CREATED : EventTypes.TICKET_UPDATED,
                api.tenant(),
                id.toString(),
                version,
                "{\"after\":{\"ticket_id\":\"%s\",\"is_closed\":%s},\"changed\":{}}".formatted(id, closed));
    }

    private void linked(UUID id, UUID linkedTicket) {
        Events.publish(
                Topics.LINKS,
                EventTypes.TICKET_ASSET_LINKED,
                api.tenant(),
                id.toString(),
                1,
                "{\"after\":{\"link_id\":\"%s\",\"asset_id\":\"%s\",\"ticket_id\":\"%s\"},\"changed\":{}}"
                        .formatted(id, asset, linkedTicket));
    }

    private void applied(UUID subject, long version) {
        Eventually.until(
                subject + " applied",
                () -> Database.count(
                                "SELECT count(*) FROM inbox WHERE tenant_id = ? AND subject = ? AND version = ?",
                                api.tenant(),
                                subject.toString(),
                                version)
                        == 1);
    }

    private List<String> copies() {
        return Database.texts("""
                SELECT 't' || id || is_closed FROM ticket_copies WHERE tenant_id = ?
                UNION ALL SELECT 'l' || id || asset_id || ticket_id FROM ticket_link_copies WHERE tenant_id = ?
                ORDER BY 1""", api.tenant(), api.tenant());
    }

    private void count(int expected) {
        Eventually.passes(
                () -> assertEquals(expected, api.get("/api/assets/1").jsonPath().getInt("open_ticket_count")));
    }

    private List<String> tags(String hasOpenTickets) {
        return api.get("/api/assets?has_open_tickets=" + hasOpenTickets)
                .jsonPath()
                .getList("asset_tag");
    }
}
