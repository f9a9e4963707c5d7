package io.deskgraph.links.copy;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.request.RequestIds;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The owner of assets. */
@Path("/internal")
@RegisterRestClient(configKey = "assets-owner")
interface AssetsOwner {

    @GET
    @Path("/assets/{id}")
    Uni<Asset> find(
            @HeaderParam("Authorization") String token,
            @HeaderParam(RequestIds.HEADER) String requestId,
            @PathParam("id") UUID id);

    @GET
    @Path("/tagged-assets")
    Uni<Asset> findTagged(
            @HeaderParam("Authorization") String token,
            @HeaderParam(RequestIds.HEADER) String requestId,
            @QueryParam("database_id") String databaseId,
            @QueryParam("asset_tag") String tag);

    record Asset(long version, AssetState after) {}
}
