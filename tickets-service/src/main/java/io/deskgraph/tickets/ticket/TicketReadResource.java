package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.tickets.listing.ListedBy;
import io.deskgraph.tickets.listing.Lists;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads of tickets. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketReadResource {

    private final Lists lists;
    private final TicketRows rows;
    private final TicketReader reader;
    private final TicketFields fields;
    private final QueryParams query;

    TicketReadResource(Lists lists, TicketRows rows, TicketReader reader, TicketFields fields, QueryParams query) {
        this.lists = lists;
        this.rows = rows;
        this.reader = reader;
        this.fields = fields;
        this.query = query;
    }

    @GET
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "List tickets, filtered, sorted, by page or by cursor")
    @ListedBy(TicketList.class)
    @Parameter(name = "fields", in = ParameterIn.QUERY, description = "The members of a narrow row, or mobile_list")
    @APIResponse(
            responseCode = "200",
            description = "The page and where it stands",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Listed.class)))
    public Uni<Response> list() {
        Set<String> members = TicketFields.read(query);
        return lists.answer(TicketList.SHAPE, row -> fields.view(TicketListItem.of(rows.ticket(row), row), members));
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "Read a ticket")
    @APIResponse(
            responseCode = "200",
            description = "The ticket with the names of what it refers to",
            content = @Content(schema = @Schema(implementation = TicketDocuments.Read.class)))
    public Uni<Response> read(@PathParam("id") String id) {
        return reader.read(Ids.parse("ticket", id)).map(TicketReadResource::answer);
    }

    private static Response answer(Rendered ticket) {
        return Response.ok(DataEnvelope.of(ticket)).header("ETag", ticket.tag()).build();
    }
}
