package io.deskgraph.links.copy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.States;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BundleMembershipTest {

    private final Desk desk = Desk.open();
    private final UUID asset = desk.asset();
    private final UUID ticket = desk.ticket();
    private final UUID other = Ids.next();

    @BeforeEach
    void link() {
        desk.linkTicket(asset, ticket).then().statusCode(201);
    }

    @Test
    void aLinkedTicketShowsItsPartInABundle() {
        UUID bundle = Ids.next();

        bundle(EventTypes.BUNDLE_CREATED, bundle, 1, other, List.of(ticket));
        shows("child", other);
        bundle(EventTypes.BUNDLE_PROMOTED, bundle, 2, ticket, List.of(other));
        shows("master", ticket);
        desk.publish(Topics.BUNDLES, EventTypes.BUNDLE_DISSOLVED, bundle, 3, "{\"after\":null,\"changed\":{}}");
        desk.applied(Topics.BUNDLES, bundle, 3);
        desk.ticketsOf(asset)
                .then()
                .body("data[0].bundle_role", equalTo("standalone"))
                .body("data[0].master_ticket_id", nullValue());
    }

    @Test
    void movingToAnotherBundleIsRightWhicheverEventComesFirst() {
        UUID left = Ids.next();
        UUID joined = Ids.next();
        UUID newMaster = Ids.next();
        bundle(EventTypes.BUNDLE_CREATED, left, 1, other, List.of(ticket, Ids.next()));

        bundle(EventTypes.BUNDLE_CREATED, joined, 1, newMaster, List.of(ticket));
        bundle(EventTypes.BUNDLE_CHILD_REMOVED, left, 2, other, List.of(Ids.next()));

        shows("child", newMaster);
    }

    private void bundle(String type, UUID id, long version, UUID master, List<UUID> children) {
        String state = States.bundle(desk.tenant(), id, version, master, children);
        desk.publish(Topics.BUNDLES, type, id, version, States.event(state));
        desk.applied(Topics.BUNDLES, id, version);
    }

    private void shows(String role, UUID master) {
        desk.ticketsOf(asset)
                .then()
                .body("data[0].bundle_role", equalTo(role))
                .body("data[0].master_ticket_id", equalTo(master.toString()));
    }
}
