package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What other services of the suite ask when their copy does not know a ticket. The gateway does not route here. */
@Path("/internal/tickets")
@Produces(MediaType.APPLICATION_JSON)
public class InternalTicketResource {

    private final TicketReader tickets;

    InternalTicketResource(TicketReader tickets) {
        this.tickets = tickets;
    }

    /** The same as the latest event says. */
    public record Owned(long version, TicketState after) {}

    @GET
    @Path("{id}")
    @Authenticated
    @OpenTo("services, acting for a caller whose permission they have checked themselves")
    @Operation(hidden = true)
    public Uni<Owned> read(@PathParam("id") String id) {
        return tickets.state(Ids.parse("ticket", id)).map(ticket -> new Owned(ticket.version(), ticket));
    }
}
