package io.deskgraph.links.association;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.States;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link of a ticket that was made from an asset. */
@QuarkusTest
class OwedLinksTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open();
    }

    @Test
    void theTicketsEventAloneMakesIt() {
        UUID asset = desk.asset();
        desk.assetChanges(asset, 1, "Server");
        desk.applied(Topics.ASSETS, asset, 1);
        UUID ticket = Ids.next();

        created(ticket, asset);

        List<PublishedEvent> events = desk.linkEvents(1);
        assertEquals(EventTypes.TICKET_ASSET_LINKED, events.get(0).type());
        assertEquals("SYSTEM", events.get(0).headers().get(Headers.ACTOR_TYPE));
        desk.assetsOf(ticket).then().body("data.asset_id", contains(asset.toString()));
        desk.ticketsOf(asset).then().body("data.ticket_id", contains(ticket.toString()));
    }

    @Test
    void anAssetThatIsNotKnownYetIsWaitedFor() {
        UUID asset = Ids.next();
        UUID ticket = Ids.next();
        created(ticket, asset);
        desk.applied(Topics.TICKETS, ticket, 1);
        assertEquals(0, desk.links());

        desk.assetChanges(asset, 1, "Server");

        desk.linkEvents(1);
        assertEquals(1, desk.links());
    }

    @Test
    void askedForAtOnceItIsThereAtOnceAndTheEventAddsNothing() {
        UUID asset = desk.asset();
        UUID ticket = desk.ticket();

        ask(ticket, asset).then().statusCode(204);

        desk.assetsOf(ticket).then().body("data.asset_id", contains(asset.toString()));
        created(ticket, asset);
        desk.applied(Topics.TICKETS, ticket, 1);
        ask(ticket, asset).then().statusCode(204);
        assertEquals(1, desk.links());
        assertEquals(1, desk.linkEvents(1).size());
    }

    @Test
    void whoRemovesItDoesNotGetItBack() {
        UUID asset = desk.asset();
        UUID ticket = desk.ticket();
        ask(ticket, asset).then().statusCode(204);
        desk.unlinkTicket(asset, ticket).then().statusCode(204);

        created(ticket, asset);
        desk.applied(Topics.TICKETS, ticket, 1);
        ask(ticket, asset).then().statusCode(204);

        assertEquals(0, desk.links());
        desk.assetsOf(ticket).then().body("data", empty());
    }

    @Test
    void aDeletedAssetIsOwedNothing() {
        UUID asset = desk.asset();
        UUID ticket = Ids.next();
        created(ticket, asset);
        desk.applied(Topics.TICKETS, ticket, 1);

        desk.assetIsDeleted(asset, 2);
        desk.applied(Topics.ASSETS, asset, 2);

        assertEquals(0, desk.links());
        ask(ticket, asset).then().statusCode(404);
    }

    @Test
    void anAttributeThatAClientMadeUpOwesNothing() {
        UUID asset = desk.asset();
        desk.assetChanges(asset, 1, "Server");
        desk.applied(Topics.ASSETS, asset, 1);
        UUID ticket = Ids.next();

        created(ticket, asset, "api");

        desk.applied(Topics.TICKETS, ticket, 1);
        assertEquals(0, desk.links());
    }

    @Test
    void theRequestIsChecked() {
        ask(Ids.next(), desk.asset()).then().statusCode(404);
        ask(desk.ticket(), Ids.next()).then().statusCode(404);
        desk.caller().body("{}").post("/internal/ticket-asset-links").then().statusCode(400);
    }

    private Response ask(UUID ticket, UUID asset) {
        return desk.caller()
                .body(Map.of("ticket_id", ticket, "asset_id", asset))
                .post("/internal/ticket-asset-links");
    }

    private void created(UUID ticket, UUID asset) {
        created(ticket, asset, "asset");
    }

    private void created(UUID ticket, UUID asset, String source) {
        String state = States.ticket(desk.tenant(), ticket, 1, "Broken")
                .replace("\"entered_by\":null", "\"entered_by\":\"" + TestTokens.USER + "\"")
                .replace("\"attributes\":null", "\"attributes\":{\"created_from_asset\":\"" + asset + "\"}")
                .replace("\"source\":\"api\"", "\"source\":\"" + source + "\"");
        desk.publish(Topics.TICKETS, EventTypes.TICKET_CREATED, ticket, 1, States.event(state));
    }
}
