package io.deskgraph.tickets.client;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.lookup.Use;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.lookup.DeskLookUp;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the locations of one client are. */
final class ClientLocations extends DeskLookUp<ClientLocation, ClientLocationRequest, ClientLocationView> {

    private static final String CLIENT = "SELECT FROM clients WHERE tenant_id = $1 AND id = $2 FOR KEY SHARE";

    private final UUID client;

    ClientLocations(String client) {
        super(
                ClientLocation.class,
                ClientLocationRequest.class,
                ReferenceState.CLIENT_LOCATION,
                "location_id",
                "location_name");
        this.client = Ids.parse("client", client);
    }

    UUID client() {
        return client;
    }

    @Override
    protected void fill(ClientLocation row, ClientLocationRequest request) {
        row.clientId = client;
        row.locationName = request.locationName();
        row.email = request.email();
        row.phone = request.phone();
        row.isDefault = or(request.isDefault(), false);
        row.isActive = or(request.isActive(), true);
    }

    /** The path names the client, so without one there is nothing to make a location of. */
    @Override
    protected Uni<Void> begin(Tx tx, ClientLocation row, ClientLocationRequest request) {
        return tx.sql(CLIENT, tx.tenant(), client)
                .invoke(found -> requireFound(found.rowCount()))
                .replaceWithVoid();
    }

    private static void requireFound(int clients) {
        if (clients == 0) {
            throw Problem.notFound("Client not found");
        }
    }

    @Override
    public ClientLocationView view(ClientLocation row) {
        return ClientLocationView.of(row);
    }

    @Override
    protected boolean has(ClientLocation row) {
        return client.equals(row.clientId);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of("client_locations_name_uk", "location_name", "client_locations_default_uk", "is_default");
    }

    @Override
    protected List<Use> uses() {
        return List.of(Use.of("tickets", "location_id"));
    }
}
