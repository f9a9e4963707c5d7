package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells another service, whose copy does not know an asset yet, what it is. Never reachable from outside. */
@Path("/internal/assets")
@Produces(MediaType.APPLICATION_JSON)
class OwnerResource {

    private final AssetService assets;

    OwnerResource(AssetService assets) {
        this.assets = assets;
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @OpenTo("services that act for a caller of the tenant; the gateway does not route here")
    @Operation(hidden = true)
    public Uni<Owned> get(@PathParam("id") String id) {
        return assets.find(AssetKey.uuid(id))
                .map(asset -> new Owned(asset.state().version(), asset.state()));
    }

    record Owned(long version, AssetState after) {}
}
