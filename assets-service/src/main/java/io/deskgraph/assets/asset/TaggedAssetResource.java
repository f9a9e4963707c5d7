package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Tells another service which asset has a tag in a database. Never reachable from outside. */
@Path("/internal/tagged-assets")
@Produces(MediaType.APPLICATION_JSON)
class TaggedAssetResource {

    private final AssetService assets;

    TaggedAssetResource(AssetService assets) {
        this.assets = assets;
    }

    @GET
    @Authenticated
    @OpenTo("services that act for a caller of the tenant; the gateway does not route here")
    @Operation(hidden = true)
    public Uni<Tagged> get(
            @QueryParam("database_id") @Nullable String database, @QueryParam("asset_tag") @Nullable String tag) {
        if (database == null || tag == null) {
            throw AssetRefusals.notFound();
        }
        return assets.findForService(AssetKey.tagged(database, tag))
                .map(asset -> new Tagged(asset.state().version(), asset.state()));
    }

    record Tagged(long version, AssetState after) {}
}
