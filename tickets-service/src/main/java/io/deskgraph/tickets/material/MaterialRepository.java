package io.deskgraph.tickets.material;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Statements on materials. */
@ApplicationScoped
class MaterialRepository {

    private static final String COLUMNS = """
            m.tenant_id, m.id, m.ticket_id, m.client_id, m.service_id, m.quantity, m.rate, m.currency_code,
            m.description, m.is_billed, m.billed_invoice_id, m.billed_at, m.created_at, m.updated_at,
            p.service_name, p.sku""";

    private static final String LIST = "SELECT " + COLUMNS + """

            FROM ticket_materials m JOIN products p ON p.tenant_id = m.tenant_id AND p.id = m.service_id
            WHERE m.tenant_id = $1 AND m.ticket_id = $2
            ORDER BY m.created_at DESC, m.id DESC""";

    /** Of a product that is sold; nothing else is a material. */
    private static final String INSERT = """
            WITH p AS (
                SELECT id, service_name, sku FROM products
                WHERE tenant_id = $1 AND id = $5 AND item_kind = 'product' AND is_active),
            m AS (
                INSERT INTO ticket_materials (tenant_id, id, ticket_id, client_id, service_id, quantity, rate,
                    currency_code, description, created_at, created_by, updated_at, updated_by, version)
                SELECT $1, $2, $3, $4, p.id, $6, $7, $8, $9, $10, $11, $10, $11, 1 FROM p
                RETURNING tenant_id, id, ticket_id, client_id, service_id, quantity, rate, currency_code, description,
                    is_billed, billed_invoice_id, billed_at, created_at, updated_at)
            SELECT""" + " " + COLUMNS + " FROM m CROSS JOIN p";

    private final Clock clock;

    MaterialRepository(Clock clock) {
        this.clock = clock;
    }

    Uni<List<MaterialView>> list(Tx tx, UUID ticket) {
        return tx.sql(LIST, tx.tenant(), ticket).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(MaterialView::of)
                .toList());
    }

    Uni<MaterialView> insert(Tx tx, TicketState ticket, UUID by, NewMaterial material) {
        if (ticket.clientId() == null) {
            throw Problem.invalid("client_id", "The ticket has no client");
        }
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        Ids.next(),
                        ticket.ticketId(),
                        ticket.clientId(),
                        material.serviceId(),
                        material.quantity(),
                        material.rate(),
                        material.currencyCode(),
                        material.description(),
                        Times.at(Times.now(clock)),
                        by)
                .map(MaterialRepository::made);
    }

    private static MaterialView made(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw Problem.invalid("service_id", "No such product in the catalogue");
        }
        return MaterialView.of(rows.iterator().next());
    }
}
