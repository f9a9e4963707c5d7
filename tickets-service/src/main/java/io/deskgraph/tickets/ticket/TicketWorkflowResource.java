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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The two changes that desks make most, each alone: the status, and who works on the ticket. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@Consumes({MediaType.APPLICATION_JSON, TicketResource.MERGE_PATCH})
public class TicketWorkflowResource {

    private final TicketChange changes;
    private final TicketAnswers answers;

    TicketWorkflowResource(TicketChange changes, TicketAnswers answers) {
        this.changes = changes;
        this.answers = answers;
    }

    @PUT
    @Path("{id}/status")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(operationId = "putTicketStatus", summary = "Move a ticket to another status of its board")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Changed.class)))
    public Uni<Response> putStatus(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangeStatus request) {
        return change(id, ifMatch, request.edit());
    }

    @PATCH
    @Path("{id}/status")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(operationId = "patchTicketStatus", summary = "The same as PUT")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Changed.class)))
    public Uni<Response> patchStatus(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangeStatus request) {
        return change(id, ifMatch, request.edit());
    }

    @PUT
    @Path("{id}/assignment")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(operationId = "putTicketAssignment", summary = "Assign a ticket to somebody or to nobody")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Changed.class)))
    public Uni<Response> putAssignment(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ChangeAssignment.class)))
                    Sent<ChangeAssignment> request) {
        return change(id, ifMatch, ChangeAssignment.edit(request));
    }

    @PATCH
    @Path("{id}/assignment")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(operationId = "patchTicketAssignment", summary = "The same as PUT")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Changed.class)))
    public Uni<Response> patchAssignment(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ChangeAssignment.class)))
                    Sent<ChangeAssignment> request) {
        return change(id, ifMatch, ChangeAssignment.edit(request));
    }

    private Uni<Response> change(String id, @Nullable String ifMatch, TicketEdit edit) {
        UUID ticket = Ids.parse("ticket", id);
        return answers.change((tx, by) -> changes.change(tx, ticket, ETags.ifMatch(ifMatch), by, edit));
    }
}
