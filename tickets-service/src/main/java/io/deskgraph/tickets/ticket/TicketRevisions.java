package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ticket for what hangs on it. Whoever adds a comment, a document, time or material locks the ticket first, so that
 * all of it has one order, and writes the ticket's next version, which is the version of the event.
 */
@ApplicationScoped
public class TicketRevisions {

    private static final String EXISTS = "SELECT 1 FROM tickets WHERE tenant_id = $1 AND id = $2";

    private static final String NEXT = """
            UPDATE tickets SET updated_by = $3, updated_at = $4, response_state = $5, version = $6
            WHERE tenant_id = $1 AND id = $2""";

    private final TicketRepository tickets;
    private final Transactions transactions;
    private final Clock clock;

    TicketRevisions(TicketRepository tickets, Transactions transactions, Clock clock) {
        this.tickets = tickets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The ticket, locked until the end of the transaction; 404 where there is none. */
    public Uni<TicketState> lock(Tx tx, UUID ticket) {
        return tickets.lock(tx, ticket).map(Ticket::state);
    }

    /** 404 where there is none. */
    public Uni<Void> require(Tx tx, UUID ticket) {
        return tx.sql(EXISTS, tx.tenant(), ticket)
                .invoke(found -> require(found.rowCount()))
                .replaceWithVoid();
    }

    /** {@link #require(Tx, UUID)} for the caller's tenant, outside of any transaction. */
    public Uni<Void> require(UUID tenant, UUID ticket) {
        return transactions
                .read(EXISTS, tenant, ticket)
                .invoke(found -> require(found.rowCount()))
                .replaceWithVoid();
    }

    /** The ticket's next version, with nothing of its own changed. */
    public Uni<TicketState> next(Tx tx, TicketState locked, @Nullable UUID by) {
        return next(tx, locked, by, locked.responseState());
    }

    /** @param responseState whom the ticket waits for from now on */
    public Uni<TicketState> next(Tx tx, TicketState locked, @Nullable UUID by, @Nullable String responseState) {
        TicketState next = TicketStates.of(
                TicketStates.Fixed.of(locked).waiting(responseState),
                TicketDraft.of(locked),
                Closing.of(locked),
                new TicketStates.Stamp(by, Times.now(clock), locked.version() + 1),
                List.copyOf(locked.tags()));
        return tx.sql(NEXT, tx.tenant(), next.ticketId(), by, Times.at(next.updatedAt()), responseState, (int)
                        next.version())
                .replaceWith(next);
    }

    private static void require(int found) {
        if (found == 0) {
            throw Problem.notFound("ticket not found");
        }
    }
}
