package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.sql.Deadlocks;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who works on a ticket. */
@Path("/api/v1/tickets/{id}/agents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class AgentResource {

    private final Agents agents;
    private final Transactions transactions;
    private final Mutations mutations;
    private final CurrentRequest current;
    private final ETags tags;

    AgentResource(Agents agents, Transactions transactions, Mutations mutations, CurrentRequest current, ETags tags) {
        this.agents = agents;
        this.transactions = transactions;
        this.mutations = mutations;
        this.current = current;
        this.tags = tags;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "The assignee of a ticket and the agents beside")
    @APIResponse(
            responseCode = "200",
            description = "The agents",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Agents.class)))
    public Uni<Response> list(@PathParam("id") String id) {
        UUID ticket = Ids.parse("ticket", id);
        return transactions
                .read(AgentRows.READ, current.tenantId(), ticket)
                .map(rows -> answer(200, AgentRows.Found.of(ticket, rows)).toResponse());
    }

    @POST
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Put one more agent on a ticket; on one without an assignee as its assignee")
    @APIResponse(
            responseCode = "201",
            description = "The agents as they are now",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Agents.class)))
    public Uni<Response> add(@PathParam("id") String id, @Valid @NotNull AddAgent request) {
        UUID ticket = Ids.parse("ticket", id);
        Muting.check(request.suppressContactNotifications(), request.suppressInternalNotifications());
        UUID by = current.caller().userId();
        return Deadlocks.again(mutations.post(
                request, tx -> agents.add(tx, ticket, by, request).map(found -> answer(201, found))));
    }

    @DELETE
    @Path("{userId}")
    @PermissionsAllowed(Permissions.TICKET_UPDATE)
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Take an agent beside the assignee off a ticket")
    @APIResponse(responseCode = "204", description = "Taken off")
    public Uni<Response> remove(
            @PathParam("id") String id,
            @PathParam("userId") String userId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        UUID ticket = Ids.parse("ticket", id);
        UUID user = Ids.parse("user", userId);
        UUID by = current.caller().userId();
        return mutations.change(tx ->
                agents.remove(tx, ticket, ETags.ifMatch(ifMatch), by, user).replaceWith(Answer.noContent()));
    }

    private Answer answer(int status, AgentRows.Found found) {
        Rendered view = tags.render(found.version(), found.view());
        return Answer.of(status, DataEnvelope.of(view)).tagged(view.tag());
    }
}
