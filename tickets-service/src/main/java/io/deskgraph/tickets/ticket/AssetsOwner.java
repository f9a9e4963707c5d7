package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.request.RequestIds;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The owner of assets, asked about one that is not known here yet. */
@Path("/internal/assets")
@RegisterRestClient(configKey = "assets-owner")
interface AssetsOwner {

    @GET
    @Path("/{id}")
    Uni<Asset> find(
            @HeaderParam("Authorization") String token,
            @HeaderParam(RequestIds.HEADER) String requestId,
            @PathParam("id") UUID id);

    /** That it answers is all that counts. */
    record Asset(long version) {}
}
