package io.deskgraph.tickets.activity;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.listing.Lists;
import io.deskgraph.tickets.sql.FreeForm;
import io.deskgraph.tickets.ticket.TicketRevisions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads the history of a ticket. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/tickets/{id}/activity")
@Tag(name = "Tickets")
public class ActivityResource {

    private final Lists lists;
    private final TicketRevisions tickets;
    private final CurrentRequest request;
    private final FreeForm json;

    ActivityResource(Lists lists, TicketRevisions tickets, CurrentRequest request, FreeForm json) {
        this.lists = lists;
        this.tickets = tickets;
        this.request = request;
        this.json = json;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "List what happened to a ticket, newest first")
    @APIResponseSchema(ActivityView[].class)
    public Uni<Response> list(@PathParam("id") String id) {
        UUID ticket = Ids.parse("ticket", id);
        return tickets.require(request.tenantId(), ticket)
                .chain(() ->
                        lists.answer(ActivityList.SHAPE, ActivityList.of(ticket), row -> ActivityView.of(row, json)));
    }
}
