package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a form that edits tickets lets people choose from: everything at once, few members. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketLookupResource {

    private static final String STATUSES = """
            SELECT id, board_id, name, is_closed, is_default, order_number FROM statuses
            WHERE tenant_id = $1 AND status_type = 'ticket' AND ($2::uuid IS NULL OR board_id = $2)
            ORDER BY board_id, order_number, name""";

    private static final String PRIORITIES = """
            SELECT id, priority_name FROM priorities WHERE tenant_id = $1 AND item_type = 'ticket'
            ORDER BY priority_name, id""";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final QueryParams query;

    TicketLookupResource(Transactions transactions, CurrentRequest request, QueryParams query) {
        this.transactions = transactions;
        this.request = request;
        this.query = query;
    }

    public record StatusChoice(
            UUID statusId, UUID boardId, String name, boolean isClosed, boolean isDefault, int orderNumber) {

        static StatusChoice of(Row row) {
            return new StatusChoice(
                    row.getUUID("id"),
                    row.getUUID("board_id"),
                    row.getString("name"),
                    row.getBoolean("is_closed"),
                    row.getBoolean("is_default"),
                    row.getInteger("order_number"));
        }
    }

    public record PriorityChoice(UUID priorityId, String priorityName) {

        static PriorityChoice of(Row row) {
            return new PriorityChoice(row.getUUID("id"), row.getString("priority_name"));
        }
    }

    @GET
    @Path("statuses")
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "The statuses tickets may have, of one board or of all")
    @Parameter(name = "board_id", in = ParameterIn.QUERY, description = "That board's alone")
    public Uni<DataEnvelope<List<StatusChoice>>> statuses() {
        UUID board = query.read(reader -> reader.uuid("board_id"));
        return transactions
                .read(STATUSES, request.tenantId(), board)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StatusChoice::of)
                        .toList())
                .map(DataEnvelope::of);
    }

    @GET
    @Path("priorities")
    @PermissionsAllowed(Permissions.TICKET_READ)
    @Operation(summary = "The priorities tickets may have")
    public Uni<DataEnvelope<List<PriorityChoice>>> priorities() {
        return transactions
                .read(PRIORITIES, request.tenantId())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PriorityChoice::of)
                        .toList())
                .map(DataEnvelope::of);
    }
}
