package io.deskgraph.tickets.category;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.lookup.LookUps;
import io.deskgraph.tickets.listing.Lists;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(CategoryResource.PATH)
@Tag(name = "Categories")
public class CategoryResource {

    static final String PATH = "/api/v1/categories";

    private final LookUps lookUps;
    private final Lists lists;

    CategoryResource(LookUps lookUps, Lists lists) {
        this.lookUps = lookUps;
        this.lists = lists;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "List categories")
    @APIResponseSchema(CategoryView[].class)
    public Uni<Response> list() {
        return lists.answer(CategoryList.SHAPE, Categories.KIND::view);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Get a category")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return lookUps.get(Categories.KIND, id);
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_CREATE)
    @Operation(summary = "Create a category")
    @APIResponseSchema(value = CategoryView.class, responseCode = "201")
    public Uni<Response> create(@Valid @NotNull CategoryRequest request) {
        return lookUps.create(Categories.KIND, PATH, request);
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @Operation(summary = "Change members of a category")
    @APIResponseSchema(CategoryView.class)
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Sent<CategoryRequest> request) {
        return lookUps.change(Categories.KIND, id, ifMatch, request);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permissions.TICKET_DELETE)
    @Operation(summary = "Delete a category that nothing refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return lookUps.delete(Categories.KIND, id, ifMatch);
    }
}
