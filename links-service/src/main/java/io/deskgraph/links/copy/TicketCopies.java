package io.deskgraph.links.copy;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;

/** The table of ticket copies. */
@ApplicationScoped
class TicketCopies implements CopyTable {

    /** What is told of again under a higher version, because its owner was restored, is back. */
    private static final String STORE = """
            WITH back AS (DELETE FROM departures
                          WHERE tenant_id = $1 AND kind = 'ticket' AND id = $2 AND version < $3)
            INSERT INTO ticket_copies (tenant_id, ticket_id, version, ticket_number, title, status_id, is_closed,
                                       priority_id, assigned_to, client_id, board_id, entered_at, updated_at)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
            WHERE NOT EXISTS (SELECT FROM departures WHERE tenant_id = $1 AND kind = 'ticket' AND id = $2
                              AND version >= $3)
            ON CONFLICT ON CONSTRAINT ticket_copies_pk DO UPDATE
            SET version = excluded.version, ticket_number = excluded.ticket_number, title = excluded.title,
                status_id = excluded.status_id, is_closed = excluded.is_closed, priority_id = excluded.priority_id,
                assigned_to = excluded.assigned_to, client_id = excluded.client_id, board_id = excluded.board_id,
                entered_at = excluded.entered_at, updated_at = excluded.updated_at""";

    private static final String NEWER = " WHERE ticket_copies.version < excluded.version";

    private static final String LOCK = "SELECT FROM ticket_copies WHERE tenant_id = $1 AND ticket_id = $2 FOR UPDATE";
    private static final String REMOVE = "DELETE FROM ticket_copies WHERE tenant_id = $1 AND ticket_id = $2";

    /** Has no effect when something newer is known. */
    Uni<Void> store(Tx tx, TicketState ticket, long version) {
        return write(tx, STORE + NEWER, ticket, version);
    }

    /** Whatever is known. */
    Uni<Void> restore(Tx tx, TicketState ticket, long version) {
        return write(tx, STORE, ticket, version);
    }

    private Uni<Void> write(Tx tx, String sql, TicketState ticket, long version) {
        return tx.sql(
                        sql,
                        tx.tenant(),
                        ticket.ticketId(),
                        version,
                        ticket.ticketNumber(),
                        ticket.title(),
                        ticket.statusId(),
                        ticket.isClosed(),
                        ticket.priorityId(),
                        ticket.assignedTo(),
                        ticket.clientId(),
                        ticket.boardId(),
                        ticket.enteredAt().atOffset(ZoneOffset.UTC),
                        ticket.updatedAt().atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> lock(Tx tx, UUID id) {
        return tx.sql(LOCK, tx.tenant(), id).replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(Tx tx, UUID id) {
        return tx.sql(REMOVE, tx.tenant(), id).replaceWithVoid();
    }
}
