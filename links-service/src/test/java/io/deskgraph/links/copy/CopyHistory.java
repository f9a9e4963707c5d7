package io.deskgraph.links.copy;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.States;
import java.util.List;
import java.util.UUID;

/** What happens to a little of everything of which there are copies. */
final class CopyHistory {

    private CopyHistory() {}

    /** Three versions of two assets and a ticket, a status, a bundle; the ticket is linked to the first asset. */
    static void of(Desk desk, UUID asset, UUID other, UUID ticket) {
        UUID bundle = Ids.next();
        for (long version = 1; version <= 3; version++) {
            desk.assetChanges(asset, version, "Name " + version);
            desk.assetChanges(other, version, "Name " + version);
            desk.ticketChanges(ticket, version, "Title " + version);
        }
        String status = "{\"kind\":\"status\",\"id\":\"" + States.STATUS
                + "\",\"name\":\"Open\",\"attributes\":{},\"version\":1}";
        desk.publish(Topics.TICKETS, EventTypes.REFERENCE_CHANGED, "status:" + States.STATUS, 1, States.event(status));
        String members = States.bundle(desk.tenant(), bundle, 1, ticket, List.of(Ids.next()));
        desk.publish(Topics.BUNDLES, EventTypes.BUNDLE_CREATED, bundle, 1, States.event(members));
        desk.applied(Topics.ASSETS, asset, 3);
        desk.applied(Topics.ASSETS, other, 3);
        desk.applied(Topics.TICKETS, ticket, 3);
        desk.applied(Topics.TICKETS, "status:" + States.STATUS, 1);
        desk.applied(Topics.BUNDLES, bundle, 1);
        desk.linkTicket(asset, ticket).then().statusCode(201);
    }
}
