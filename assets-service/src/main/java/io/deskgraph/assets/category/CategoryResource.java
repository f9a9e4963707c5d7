package io.deskgraph.assets.category;

import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;

import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.lookup.LookUps;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** The tenant's categories. */
@Path(CategoryResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Look-ups of assets")
class CategoryResource {

    static final String PATH = "/api/categories";

    private final LookUps lookUps;

    CategoryResource(LookUps lookUps) {
        this.lookUps = lookUps;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "List categories by name")
    public Uni<List<CategoryView>> list() {
        return lookUps.all(Categories.KIND, "name", "number");
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Get a category", description = "By its number or its UUID.")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return lookUps.get(Categories.KIND, id);
    }

    @POST
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Create a category", description = "The name has to be new, whatever its case.")
    @APIResponseSchema(value = CategoryView.class, responseCode = "201")
    public Uni<Response> create(@Valid @NotNull CategoryRequest body) {
        return lookUps.create(Categories.KIND, PATH, body);
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Change members of a category")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Sent<CategoryRequest> body) {
        return lookUps.change(Categories.KIND, id, ifMatch, body);
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(ASSET_UPDATE)
    @Operation(summary = "Delete a category that no asset refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return lookUps.delete(Categories.KIND, id, ifMatch);
    }
}
