package io.deskgraph.assets.location;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.lookup.LookUps;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's locations. */
@Path(LocationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Look-ups of assets")
class LocationResource {

    static final String PATH = "/api/locations";

    private final LookUps lookUps;

    LocationResource(LookUps lookUps) {
        this.lookUps = lookUps;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List locations by name")
    public Uni<List<LocationView>> list() {
        return lookUps.all(Locations.KIND, "name", "number");
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get a location", description = "By its number or its UUID.")
    @APIResponseSchema(LocationView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return lookUps.get(Locations.KIND, id);
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Create a location", description = "The name has to be new, whatever its case.")
    @APIResponseSchema(value = LocationView.class, responseCode = "201")
    public Uni<Response> create(@Valid @NotNull LocationRequest body) {
        return lookUps.create(Locations.KIND, PATH, body);
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Change members of a location")
    @APIResponseSchema(LocationView.class)
    public Uni<Response> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Sent<LocationRequest> body) {
        return lookUps.change(Locations.KIND, id, ifMatch, body);
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Delete a location that no asset refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return lookUps.delete(Locations.KIND, id, ifMatch);
    }
}
