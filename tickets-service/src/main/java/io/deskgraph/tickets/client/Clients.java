package io.deskgraph.tickets.client;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.lookup.Use;
import io.deskgraph.tickets.lookup.DeskLookUp;
import java.util.List;
import java.util.Map;

/** What clients are. */
public final class Clients extends DeskLookUp<Client, ClientRequest, ClientView> {

    public static final Clients KIND = new Clients();

    private Clients() {
        super(Client.class, ClientRequest.class, ReferenceState.CLIENT, "client_id", "client_name");
    }

    @Override
    protected void fill(Client row, ClientRequest request) {
        row.clientName = request.clientName();
        row.email = request.email();
        row.phoneNo = request.phoneNo();
        row.url = request.url();
        row.isInactive = or(request.isInactive(), false);
        row.billingCycle = request.billingCycle();
    }

    @Override
    public ClientView view(Client row) {
        return ClientView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of("clients_name_uk", "client_name");
    }

    /** Assets are another service's: they count as far as this one has heard of them. */
    @Override
    protected List<Use> uses() {
        return List.of(
                Use.of("tickets", "client_id"),
                Use.of("contacts", "client_id"),
                new Use("locations", "client_locations", "u.client_id = $2"),
                new Use("materials", "ticket_materials", "u.client_id = $2"),
                new Use("assets", "asset_copies", "u.client_id = $2"));
    }
}
