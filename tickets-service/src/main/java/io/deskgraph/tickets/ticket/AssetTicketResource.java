package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.Permissions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets that start from an asset. */
@Path("/api/v1/tickets/from-asset")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class AssetTicketResource {

    private final AssetTickets tickets;

    AssetTicketResource(AssetTickets tickets) {
        this.tickets = tickets;
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_CREATE)
    @PermissionsAllowed(Permissions.ASSET_READ)
    @Operation(operationId = "createTicketFromAsset", summary = "Create a ticket about an asset and link the two")
    @APIResponse(
            responseCode = "201",
            description = "The ticket; its link is made",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Created.class)))
    @APIResponse(responseCode = "404", description = "There is no such asset")
    @APIResponse(responseCode = "503", description = "The asset is not known here and its owner cannot be asked now")
    public Uni<Response> create(@Valid @NotNull CreateFromAsset request) {
        return tickets.create(request);
    }
}
