package io.deskgraph.tickets.priority;

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
@Path(PriorityResource.PATH)
@Tag(name = "Priorities")
public class PriorityResource {

    static final String PATH = "/api/v1/priorities";

    private final LookUps lookUps;
    private final Lists lists;

    PriorityResource(LookUps lookUps, Lists lists) {
        this.lookUps = lookUps;
        this.lists = lists;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "List priorities")
    @APIResponseSchema(PriorityView[].class)
    public Uni<Response> list() {
        return lists.answer(PriorityList.SHAPE, Priorities.KIND::view);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Get a priority")
    @APIResponseSchema(PriorityView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return lookUps.get(Priorities.KIND, id);
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_CREATE)
    @Operation(summary = "Create a priority")
    @APIResponseSchema(value = PriorityView.class, responseCode = "201")
    public Uni<Response> create(@Valid @NotNull PriorityRequest request) {
        return lookUps.create(Priorities.KIND, PATH, request);
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @Operation(summary = "Change members of a priority")
    @APIResponseSchema(PriorityView.class)
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Sent<PriorityRequest> request) {
        return lookUps.change(Priorities.KIND, id, ifMatch, request);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permissions.TICKET_DELETE)
    @Operation(summary = "Delete a priority that nothing refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return lookUps.delete(Priorities.KIND, id, ifMatch);
    }
}
