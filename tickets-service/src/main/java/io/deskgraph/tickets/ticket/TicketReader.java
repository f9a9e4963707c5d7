package io.deskgraph.tickets.ticket;

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

    private static final String READ = "SELECT " + TicketRows.COLUMNS + """
            , c.client_name, l.location_name, coalesce(l.email, d.email) AS client_email,
                coalesce(l.phone, d.phone) AS client_phone, n.full_name AS contact_name, n.email AS contact_email,
                n.phone_number AS contact_phone, s.name AS status_name, s.is_closed AS status_is_closed,
                p.priority_name, g.category_name, a.first_name || ' ' || a.last_name AS assigned_to_name
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
    private final TicketRows rows;

    TicketReader(Transactions transactions, CurrentRequest request, TicketRows rows) {
        this.transactions = transactions;
        this.request = request;
        this.rows = rows;
    }

    Uni<TicketDetails> read(UUID id) {
        return transactions.read(READ, request.tenantId(), id).map(this::one);
    }

    private TicketDetails one(RowSet<Row> found) {
        if (found.rowCount() == 0) {
            throw Problem.notFound("ticket not found");
        }
        Row row = found.iterator().next();
        return TicketDetails.of(rows.ticket(row), row);
    }
}
