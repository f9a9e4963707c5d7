package io.deskgraph.links.copy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.Owner;
import io.deskgraph.links.desk.States;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LookUpTest {

    private final Desk desk = Desk.open();
    private final UUID asset = desk.asset();
    private final UUID ticket = desk.ticket();

    @Test
    void anUnknownIdIsAskedForOnceAndThenKnown() {
        desk.linkTicket(asset, ticket).then().statusCode(201);
        desk.ticketsOf(asset).then().statusCode(200).body("data.size()", equalTo(1));
        desk.assetsOf(ticket).then().statusCode(200);
        desk.unlinkTicket(asset, ticket).then().statusCode(204);

        assertEquals(1, Owner.asked(asset));
        assertEquals(1, Owner.asked(ticket));
    }

    @Test
    void whatCameByEventIsNotAskedFor() {
        UUID known = Ids.next();
        desk.assetChanges(known, 3, "By event");
        desk.applied(Topics.ASSETS, known, 3);

        desk.ticketsOf(known).then().statusCode(200);

        assertEquals(0, Owner.asked(known));
    }

    @Test
    void whatTheOwnerDoesNotKnowEitherIsNotFound() {
        UUID nobodys = Ids.next();

        desk.linkTicket(nobodys, ticket).then().statusCode(404);

        assertEquals(1, Owner.asked(nobodys));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "broken", "garbage", "silent"})
    void anOwnerThatCannotBeAskedMakesUsUnavailableNotWrong(String fault) {
        Owner.misbehaves(asset, fault);

        desk.linkTicket(asset, ticket)
                .then()
                .statusCode(503)
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .body("error.code", equalTo("UNAVAILABLE"));
        desk.ticketsOf(asset).then().statusCode(503);

        Owner.misbehaves(asset, "none");
        desk.linkTicket(asset, ticket).then().statusCode(201);
    }

    @Test
    void theSameHoldsForTheOwnerOfTickets() {
        Owner.misbehaves(ticket, "broken");

        desk.linkAsset(ticket, asset).then().statusCode(503);
        desk.assetsOf(ticket).then().statusCode(503);

        Owner.misbehaves(ticket, "none");
        desk.linkAsset(ticket, asset).then().statusCode(201);
    }

    @Test
    void anOlderEventDoesNotUndoTheAnswerAndANewerOneReplacesIt() {
        Owner.knowsAsset(asset, 5, States.asset(desk.tenant(), asset, 5, "Five"));
        desk.linkTicket(asset, ticket).then().statusCode(201);

        desk.assetChanges(asset, 4, "Four");
        desk.applied(Topics.ASSETS, asset, 4);
        desk.assetsOf(ticket).then().body("data[0].name", equalTo("Five"));

        desk.assetChanges(asset, 6, "Six");
        desk.applied(Topics.ASSETS, asset, 6);
        desk.assetsOf(ticket).then().body("data[0].name", equalTo("Six"));
    }

    @Test
    void anOlderAnswerDoesNotUndoAnEvent() {
        Owner.knowsTicket(ticket, 2, States.ticket(desk.tenant(), ticket, 2, "Two"));
        Owner.misbehaves(ticket, "hold");
        Thread asking = new Thread(() -> desk.assetsOf(ticket));
        asking.start();
        Eventually.until("asked", () -> Owner.asked(ticket) == 1);
        desk.ticketChanges(ticket, 3, "Three");
        desk.applied(Topics.TICKETS, ticket, 3);

        Owner.release(ticket);

        Eventually.until("answered", () -> !asking.isAlive());
        desk.linkTicket(asset, ticket).then().statusCode(201);
        desk.ticketsOf(asset).then().body("data[0].title", equalTo("Three"));
    }

    @Test
    void namesFillInWhenTheyBecomeKnownAndLeaveWhenTheyAreGone() {
        desk.linkTicket(asset, ticket).then().statusCode(201);
        desk.ticketsOf(asset).then().body("data[0].status_name", nullValue());

        reference("status", States.STATUS, 1, "\"Open\"");
        reference("client", States.CLIENT, 1, "\"Acme\"");
        reference("contact", States.CLIENT, 1, "\"Nobody's business\"");
        desk.applied(Topics.TICKETS, "contact:" + States.CLIENT, 1);
        desk.applied(Topics.TICKETS, "status:" + States.STATUS, 1);
        desk.applied(Topics.TICKETS, "client:" + States.CLIENT, 1);
        desk.ticketsOf(asset).then().body("data[0].status_name", equalTo("Open"));
        desk.assetsOf(ticket).then().body("data[0].client_name", equalTo("Acme"));

        reference("status", States.STATUS, 2, "\"Offen\"");
        desk.publish(
                Topics.TICKETS,
                EventTypes.REFERENCE_CHANGED,
                "client:" + States.CLIENT,
                2,
                "{\"after\":null,\"changed\":{}}");
        desk.applied(Topics.TICKETS, "status:" + States.STATUS, 2);
        desk.applied(Topics.TICKETS, "client:" + States.CLIENT, 2);
        desk.ticketsOf(asset).then().body("data[0].status_name", equalTo("Offen"));
        desk.assetsOf(ticket).then().body("data[0].client_name", nullValue());
        assertEquals(1, Database.count("SELECT count(*) FROM reference_copies WHERE tenant_id = ?", desk.tenant()));
    }

    private void reference(String kind, UUID id, long version, String name) {
        String state = "{\"kind\":\"" + kind + "\",\"id\":\"" + id + "\",\"name\":" + name
                + ",\"attributes\":{\"is_closed\":false},\"version\":" + version + "}";
        desk.publish(Topics.TICKETS, EventTypes.REFERENCE_CHANGED, kind + ":" + id, version, States.event(state));
    }
}
