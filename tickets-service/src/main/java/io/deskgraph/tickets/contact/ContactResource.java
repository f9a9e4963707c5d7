package io.deskgraph.tickets.contact;

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
@Path(ContactResource.PATH)
@Tag(name = "Contacts")
public class ContactResource {

    static final String PATH = "/api/v1/contacts";

    private final LookUps lookUps;
    private final Lists lists;

    ContactResource(LookUps lookUps, Lists lists) {
        this.lookUps = lookUps;
        this.lists = lists;
    }

    @GET
    @PermissionsAllowed(Permissions.CONTACT_READ)
    @Operation(summary = "List contacts")
    @APIResponseSchema(ContactView[].class)
    public Uni<Response> list() {
        return lists.answer(ContactList.SHAPE, Contacts.KIND::view);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permissions.CONTACT_READ)
    @Operation(summary = "Get a contact")
    @APIResponseSchema(ContactView.class)
    public Uni<Response> get(@PathParam("id") String id) {
        return lookUps.get(Contacts.KIND, id);
    }

    @POST
    @PermissionsAllowed(Permissions.CONTACT_CREATE)
    @Operation(summary = "Create a contact")
    @APIResponseSchema(value = ContactView.class, responseCode = "201")
    public Uni<Response> create(@Valid @NotNull ContactRequest request) {
        return lookUps.create(Contacts.KIND, PATH, request);
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed(Permissions.CONTACT_UPDATE)
    @Operation(summary = "Change members of a contact")
    @APIResponseSchema(ContactView.class)
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Sent<ContactRequest> request) {
        return lookUps.change(Contacts.KIND, id, ifMatch, request);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permissions.CONTACT_DELETE)
    @Operation(summary = "Delete a contact that nothing refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return lookUps.delete(Contacts.KIND, id, ifMatch);
    }
}
