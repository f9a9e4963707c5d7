package io.deskgraph.links.copy;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.request.RequestIds;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The owner of tickets. */
@Path("/internal/tickets")
@RegisterRestClient(configKey = "tickets-owner")
interface TicketsOwner {

    @GET
    @Path("/{id}")
    Uni<Ticket> find(
            @HeaderParam("Authorization") String token,
            @HeaderParam(RequestIds.HEADER) String requestId,
            @PathParam("id") UUID id);

    record Ticket(long version, TicketState after) {}
}
