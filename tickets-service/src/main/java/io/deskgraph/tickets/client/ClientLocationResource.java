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
@Path(ClientLocationResource.PATH)
@Tag(name = "Clients")
public class ClientLocationResource {

    static final String PATH = ClientResource.PATH + "/{client}/locations";

    private final LookUps lookUps;
    private final Lists lists;

    ClientLocationResource(LookUps lookUps, Lists lists) {
        this.lookUps = lookUps;
        this.lists = lists;
    }

    @GET
    @PermissionsAllowed(Permissions.CLIENT_READ)
    @Operation(summary = "List the locations of a client")
    @APIResponseSchema(ClientLocationView[].class)
    public Uni<Response> list(@PathParam("client") String client) {
        ClientLocations of = new ClientLocations(client);
        return lookUps.require(Clients.KIND, client).chain(() -> lists.answer(ClientLocationList.shape(of), of::view));
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permissions.CLIENT_READ)
    @Operation(summary = "Get a location of a client")
    @APIResponseSchema(ClientLocationView.class)
    public Uni<Response> get(@PathParam("client") String client, @PathParam("id") String id) {
        return lookUps.get(new ClientLocations(client), id);
    }

    @POST
    @PermissionsAllowed(Permissions.CLIENT_UPDATE)
    @Operation(summary = "Create a location of a client")
    @APIResponseSchema(value = ClientLocationView.class, responseCode = "201")
    public Uni<Response> create(@PathParam("client") String client, @Valid @NotNull ClientLocationRequest request) {
        return lookUps.create(new ClientLocations(client), PATH.replace("{client}", client), request);
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed(Permissions.CLIENT_UPDATE)
    @Operation(summary = "Change members of a location")
    @APIResponseSchema(ClientLocationView.class)
    public Uni<Response> change(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Sent<ClientLocationRequest> request) {
        return lookUps.change(new ClientLocations(client), id, ifMatch, request);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permissions.CLIENT_UPDATE)
    @Operation(summary = "Delete a location that nothing refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return lookUps.delete(new ClientLocations(client), id, ifMatch);
    }
}
