package io.deskgraph.tickets.told;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.inbox.OwnTable;
import io.deskgraph.kit.inbox.OwnTables;
import jakarta.inject.Singleton;
import java.util.List;

/** What others hear of this service. */
@Singleton
class TicketsTold implements OwnTables {

    private static final OwnTable.Types TICKET = new OwnTable.Types(
            "io.deskgraph.ticket.",
            EventTypes.TICKET_CREATED,
            EventTypes.TICKET_UPDATED,
            EventTypes.TICKET_DELETED,
            List.of());

    private static final OwnTable.Types BUNDLE = new OwnTable.Types(
            "io.deskgraph.bundle.",
            EventTypes.BUNDLE_CREATED,
            EventTypes.BUNDLE_SETTINGS_CHANGED,
            EventTypes.BUNDLE_DISSOLVED,
            List.of());

    @Override
    public List<OwnTable> all() {
        return List.of(
                OwnTable.of(Topics.TICKETS, "tickets", "id", TICKET),
                OwnTable.of(Topics.BUNDLES, "ticket_bundle_settings", "bundle_id", BUNDLE),
                lookUp(ReferenceState.BOARD, "boards"),
                lookUp(ReferenceState.STATUS, "statuses"),
                lookUp(ReferenceState.PRIORITY, "priorities"),
                lookUp(ReferenceState.CATEGORY, "categories"),
                lookUp(ReferenceState.CLIENT, "clients"),
                lookUp(ReferenceState.CLIENT_LOCATION, "client_locations"),
                lookUp(ReferenceState.CONTACT, "contacts"),
                lookUp(ReferenceState.PRODUCT, "products"),
                lookUp(ReferenceState.TAG, "tags"));
    }

    private static OwnTable lookUp(String kind, String table) {
        return OwnTable.reference(Topics.TICKETS, kind, table);
    }
}
