package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads one ticket with the names of what it refers to, in one statement. */
@ApplicationScoped
class TicketReader {

    private static final String READ = "SELECT " + TicketDetailRows.COLUMNS + """

            FROM tickets t
                JOIN clients c ON c.tenant_id = t.tenant_id AND c.id = t.client_id
                JOIN statuses s ON s.tenant_id = t.tenant_id AND s.id = t.status_id
                JOIN priorities p ON p.tenant_id = t.tenant_id AND p.id = t.priority_id
                LEFT JOIN client_locations l ON l.tenant_id = t.tenant_id AND l.id = t.location_id
                LEFT JOIN client_locations d ON t.location_id IS NULL
                    AND d.tenant_id = t.tenant_id AND d.client_id = t.client_id AND d.is_default
                LEFT JOIN contacts n ON n.tenant_id = t.tenant_id AND n.id = t.contact_name_id
                LEFT JOIN categories g ON g.tenant_id = t.tenant_id AND g.id = t.category_id
                LEFT JOIN user_copies a ON a.tenant_id = t.tenant_id AND a.id = t.assigned_to
            WHERE t.tenant_id = $1 AND t.id = $2""";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final TicketDetailRows rows;
    private final TicketRepository tickets;

    TicketReader(Transactions transactions, CurrentRequest request, TicketDetailRows rows, TicketRepository tickets) {
        this.transactions = transactions;
        this.request = request;
        this.rows = rows;
        this.tickets = tickets;
    }

    Uni<TicketDetails> read(UUID id) {
        return transactions.read(READ, request.tenantId(), id).map(this::one);
    }

    /** Without any names: the same as the latest event says. */
    Uni<TicketState> state(UUID id) {
        return tickets.find(id).map(Ticket::state);
    }

    private TicketDetails one(RowSet<Row> found) {
        if (found.rowCount() == 0) {
            throw Problem.notFound("ticket not found");
        }
        return rows.details(found.iterator().next());
    }
}
