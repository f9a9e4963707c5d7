package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.tickets.listing.ListedBy;
import io.deskgraph.tickets.listing.Lists;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding tickets and summing them up. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketOverviewResource {

    private static final String LIST = "Ids, separated by commas";

    private final TicketSearch search;
    private final StatsReader stats;
    private final Lists lists;
    private final QueryParams query;

    TicketOverviewResource(TicketSearch search, StatsReader stats, Lists lists, QueryParams query) {
        this.search = search;
        this.stats = stats;
        this.lists = lists;
        this.query = query;
    }

    @GET
    @Path("search")
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(operationId = "searchTickets", summary = "Find tickets by words, the best match first")
    @Parameter(name = "query", in = ParameterIn.QUERY, required = true, description = "What is looked for")
    @Parameter(
            name = "fields",
            in = ParameterIn.QUERY,
            description = "Of title, ticket_number (the default), client_name, contact_name")
    @Parameter(name = "status_ids", in = ParameterIn.QUERY, description = LIST)
    @Parameter(name = "priority_ids", in = ParameterIn.QUERY, description = LIST)
    @Parameter(name = "client_ids", in = ParameterIn.QUERY, description = LIST)
    @Parameter(name = "assigned_to_ids", in = ParameterIn.QUERY, description = LIST)
    @Parameter(name = "include_closed", in = ParameterIn.QUERY, description = "true: closed tickets too")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, 25 unless given")
    @APIResponse(
            responseCode = "200",
            description = "At most as many tickets as asked for",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Found.class)))
    public Uni<DataEnvelope<List<TicketListItem>>> search() {
        return search.find(query.read(TicketSearch.Wanted::read)).map(DataEnvelope::of);
    }

    @GET
    @Path("stats")
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(operationId = "sumUpTickets", summary = "Sum tickets up; every filter of the list applies")
    @ListedBy(value = TicketList.class, paged = false)
    @APIResponse(
            responseCode = "200",
            description = "The sums",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Stats.class)))
    public Uni<DataEnvelope<TicketStats>> stats() {
        return stats.read(lists.narrow(TicketList.SHAPE)).map(DataEnvelope::of);
    }
}
