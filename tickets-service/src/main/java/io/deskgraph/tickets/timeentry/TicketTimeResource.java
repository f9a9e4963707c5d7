package io.deskgraph.tickets.timeentry;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The time spent on a ticket. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/tickets/{id}/time-entries")
@Tag(name = "Time entries")
public class TicketTimeResource {

    private final TimeEntryService entries;
    private final CurrentRequest current;
    private final QueryParams query;

    TicketTimeResource(TimeEntryService entries, CurrentRequest current, QueryParams query) {
        this.entries = entries;
        this.current = current;
        this.query = query;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @PermissionsAllowed(Permissions.TIMEENTRY_READ)
    @Operation(summary = "List the time spent on a ticket, with sums")
    public Uni<DataEnvelope<TicketTime>> list(@PathParam("id") String id) {
        UUID ticket = Ids.parse("ticket", id);
        query.none();
        return entries.ofTicket(ticket, current.caller()).map(DataEnvelope::of);
    }
}
