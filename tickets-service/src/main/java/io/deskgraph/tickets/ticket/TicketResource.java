package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Sent;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Writes of tickets. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketResource {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private final TicketCreation creation;
    private final TicketChange changes;
    private final TicketUpdates updates;
    private final TicketRemoval removal;
    private final TicketAnswers answers;

    TicketResource(
            TicketCreation creation,
            TicketChange changes,
            TicketUpdates updates,
            TicketRemoval removal,
            TicketAnswers answers) {
        this.creation = creation;
        this.changes = changes;
        this.updates = updates;
        this.removal = removal;
        this.answers = answers;
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_CREATE)
    @Operation(summary = "Create a ticket")
    @APIResponse(
            responseCode = "201",
            description = "The ticket, with its number",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Created.class)))
    public Uni<Response> create(@Valid @NotNull CreateTicket request) {
        return answers.post(request, (tx, by) -> creation.create(tx, by, request));
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Change some members of a ticket")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Changed.class)))
    public Uni<Response> update(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = UpdateTicket.class)))
                    Sent<UpdateTicket> request) {
        UUID ticket = Ids.parse("ticket", id);
        return answers.change((tx, by) -> changes.change(tx, ticket, ETags.ifMatch(ifMatch), by, updates.put(request)));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Merge members into a ticket (RFC 7396)")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Changed.class)))
    public Uni<Response> patch(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = UpdateTicket.class)))
                    Sent<UpdateTicket> request) {
        UUID ticket = Ids.parse("ticket", id);
        return answers.change(
                (tx, by) -> changes.change(tx, ticket, ETags.ifMatch(ifMatch), by, updates.patch(request)));
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permissions.TICKET_DELETE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Delete a ticket that has no time entries, materials or linked assets")
    @Parameter(
            name = "unbundle",
            in = ParameterIn.QUERY,
            description = "true: a master lets its children go instead of being kept by them",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "Something hangs on it; details count what")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        UUID ticket = Ids.parse("ticket", id);
        return answers.delete((tx, by) -> removal.delete(tx, ticket, ETags.ifMatch(ifMatch), by));
    }
}
