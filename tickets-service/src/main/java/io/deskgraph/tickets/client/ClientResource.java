package io.deskgraph.tickets.client;

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
@Path(ClientResource.PATH)
@Tag(name = "Clients")
public class ClientResource {

    static final String PATH = "/api/v1/clients";

    private final LookUps lookUps;
    private final Lists lists;

    ClientResource(LookUps lookUps, Lists lists) {
        this.lookUps = lookUps;
        this.lists = lists;
    }

    @GET
    @PermissionsAllowed(Permissions.CLIENT_READ)
    @Operation(summary = "List clients")
    @APIResponseSchema(ClientView[].class)
    public Uni<Response> list() {
        return lists.answer(ClientList.SHAPE, Clients.KIND::view);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permissions.CLIENT_READ)
    @Operation(summary = "Get a client")
    @APIResponseSchema(ClientView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return lookUps.get(Clients.KIND, id);
    }

    @POST
    @PermissionsAllowed(Permissions.CLIENT_CREATE)
    @Operation(summary = "Create a client")
    @APIResponseSchema(value = ClientView.class, responseCode = "201")
    public Uni<Response> create(@Valid @NotNull ClientRequest request) {
        return lookUps.create(Clients.KIND, PATH, request);
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed(Permissions.CLIENT_UPDATE)
    @Operation(summary = "Change members of a client")
    @APIResponseSchema(ClientView.class)
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Sent<ClientRequest> request) {
        return lookUps.change(Clients.KIND, id, ifMatch, request);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permissions.CLIENT_DELETE)
    @Operation(summary = "Delete a client that nothing refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return lookUps.delete(Clients.KIND, id, ifMatch);
    }
}
