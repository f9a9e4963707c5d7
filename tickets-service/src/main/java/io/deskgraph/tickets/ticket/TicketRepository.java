package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.sql.FreeForm;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Statements on single tickets. */
@ApplicationScoped
class TicketRepository {

    /** The counter's row stays locked until the end of the transaction: a number is given once, and given back by a rollback. */
    private static final String INSERT = """
            WITH taken AS (
                INSERT INTO next_numbers AS n (tenant_id, entity_type, last_number) VALUES ($1, 'TICKET', 1000)
                ON CONFLICT ON CONSTRAINT next_numbers_pk
                DO UPDATE SET last_number = greatest(n.last_number + 1, n.initial_value)
                RETURNING n.last_number AS number, n.prefix, n.padding_length)
            INSERT INTO tickets (tenant_id, id, number, ticket_number, title, url, client_id, contact_name_id,
                location_id, board_id, status_id, category_id, subcategory_id, priority_id, assigned_to, entered_by,
                updated_by, closed_by, entered_at, updated_at, closed_at, is_closed, due_date, attributes, source,
                ticket_origin, version)
            SELECT $1, $2, number,
                prefix || lpad(number::text, greatest(padding_length, length(number::text)), '0'),
                $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL, $15, $16, $16, $17, $18, $19,
                $20::text::jsonb, $21, 'api', 1
            FROM taken
            RETURNING ticket_number, source, ticket_origin""";

    private static final String LOCK =
            "SELECT " + TicketRows.COLUMNS + " FROM tickets t WHERE t.tenant_id = $1 AND t.id = $2 FOR UPDATE OF t";

    private static final String FIND =
            "SELECT " + TicketRows.COLUMNS + " FROM tickets t WHERE t.tenant_id = $1 AND t.id = $2";

    private static final String UPDATE = """
            UPDATE tickets SET title = $3, url = $4, client_id = $5, contact_name_id = $6, location_id = $7,
                board_id = $8, status_id = $9, category_id = $10, subcategory_id = $11, priority_id = $12,
                assigned_to = $13, closed_by = $14, updated_by = $15, updated_at = $16, closed_at = $17,
                is_closed = $18, due_date = $19, attributes = $20::text::jsonb, version = $21
            WHERE tenant_id = $1 AND id = $2""";

    private static final String DELETE = "DELETE FROM tickets WHERE tenant_id = $1 AND id = $2";

    private final TicketRows rows;
    private final FreeForm json;
    private final Transactions transactions;
    private final CurrentRequest request;

    TicketRepository(TicketRows rows, FreeForm json, Transactions transactions, CurrentRequest request) {
        this.rows = rows;
        this.json = json;
        this.transactions = transactions;
        this.request = request;
    }

    /** The fixed part of the new ticket, its number with it. */
    Uni<TicketStates.Fixed> insert(Tx tx, UUID id, TicketDraft ticket, Closing closing, TicketCreation.Entry entry) {
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        id,
                        ticket.title(),
                        ticket.url(),
                        ticket.clientId(),
                        ticket.contactNameId(),
                        ticket.locationId(),
                        ticket.boardId(),
                        ticket.statusId(),
                        ticket.categoryId(),
                        ticket.subcategoryId(),
                        ticket.priorityId(),
                        ticket.assignedTo(),
                        entry.by(),
                        closing.closedBy(),
                        Times.at(entry.at()),
                        Times.at(closing.closedAt()),
                        closing.isClosed(),
                        Times.at(ticket.dueDate()),
                        json.write(ticket.attributes()),
                        entry.source())
                .map(made -> fixed(tx, id, made.iterator().next(), entry));
    }

    Uni<Ticket> lock(Tx tx, UUID id) {
        return tx.sql(LOCK, tx.tenant(), id).map(this::one);
    }

    /** Outside of any other transaction. */
    Uni<Ticket> find(UUID id) {
        return transactions.read(FIND, request.tenantId(), id).map(this::one);
    }

    Uni<Void> update(Tx tx, TicketState ticket) {
        return tx.sql(
                        UPDATE,
                        tx.tenant(),
                        ticket.ticketId(),
                        ticket.title(),
                        ticket.url(),
                        ticket.clientId(),
                        ticket.contactNameId(),
                        ticket.locationId(),
                        ticket.boardId(),
                        ticket.statusId(),
                        ticket.categoryId(),
                        ticket.subcategoryId(),
                        ticket.priorityId(),
                        ticket.assignedTo(),
                        ticket.closedBy(),
                        ticket.updatedBy(),
                        Times.at(ticket.updatedAt()),
                        Times.at(ticket.closedAt()),
                        ticket.isClosed(),
                        Times.at(ticket.dueDate()),
                        json.write(ticket.attributes()),
                        (int) ticket.version())
                .replaceWithVoid();
    }

    /** What hangs on the ticket and may go with it goes by the foreign keys. */
    Uni<Void> delete(Tx tx, UUID id) {
        return tx.sql(DELETE, tx.tenant(), id).replaceWithVoid();
    }

    private Ticket one(RowSet<Row> found) {
        if (found.rowCount() == 0) {
            throw Problem.notFound("ticket not found");
        }
        return rows.ticket(found.iterator().next());
    }

    private static TicketStates.Fixed fixed(Tx tx, UUID id, Row made, TicketCreation.Entry entry) {
        return new TicketStates.Fixed(
                tx.tenant(),
                id,
                made.getString("ticket_number"),
                entry.by(),
                entry.at(),
                made.getString("source"),
                made.getString("ticket_origin"),
                null,
                null);
    }
}
