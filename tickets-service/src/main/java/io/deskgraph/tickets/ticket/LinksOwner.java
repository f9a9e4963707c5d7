package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.request.RequestIds;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The keeper of links. */
@Path("/internal/ticket-asset-links")
@RegisterRestClient(configKey = "links-owner")
interface LinksOwner {

    @POST
    Uni<Void> link(
            @HeaderParam("Authorization") String token, @HeaderParam(RequestIds.HEADER) String requestId, Pair pair);

    /** A new ticket and the asset it is about. */
    record Pair(UUID ticketId, UUID assetId) {}
}
