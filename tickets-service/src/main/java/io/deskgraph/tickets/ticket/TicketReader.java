package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Reads one ticket with the names of what it refers to, in one statement. Who has read it before costs less: a short
 * statement says whether the answer of that time is still true.
 */
@ApplicationScoped
class TicketReader {

    static final String READ = "SELECT " + TicketDetailRows.COLUMNS + ", " + AnswerBasis.COLUMNS + """

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

    private static final String CHECK = "SELECT t.version, " + AnswerBasis.OVERDUE + ", " + AnswerBasis.COLUMNS
            + " FROM tickets t WHERE t.tenant_id = $1 AND t.id = $2";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final TicketDetailRows rows;
    private final TicketRepository tickets;
    private final KeptAnswers answers;
    private final ETags tags;

    TicketReader(
            Transactions transactions,
            CurrentRequest request,
            TicketDetailRows rows,
            TicketRepository tickets,
            KeptAnswers answers,
            ETags tags) {
        this.transactions = transactions;
        this.request = request;
        this.rows = rows;
        this.tickets = tickets;
        this.answers = answers;
        this.tags = tags;
    }

    Uni<Rendered> read(UUID id) {
        KeptAnswers.Key ticket = new KeptAnswers.Key(request.tenantId(), id);
        KeptAnswers.Kept kept = answers.find(ticket);
        return kept == null ? whole(ticket) : stillTrue(ticket, kept);
    }

    /** Without any names: the same as the latest event says. */
    Uni<TicketState> state(UUID id) {
        return tickets.find(id).map(Ticket::state);
    }

    private Uni<Rendered> stillTrue(KeptAnswers.Key ticket, KeptAnswers.Kept kept) {
        return one(CHECK, ticket)
                .map(AnswerBasis::of)
                .chain(now -> answers.isTrue(kept, now) ? Uni.createFrom().item(kept.answer()) : whole(ticket));
    }

    private Uni<Rendered> whole(KeptAnswers.Key ticket) {
        return one(READ, ticket).map(row -> render(ticket, row));
    }

    /** The basis is of the same snapshot as the answer, so a change that comes meanwhile is not taken for seen. */
    private Rendered render(KeptAnswers.Key ticket, Row row) {
        TicketDetails details = rows.details(row);
        Rendered answer = tags.render(details.ticket().version(), details);
        answers.keep(ticket, AnswerBasis.of(row), answer);
        return answer;
    }

    private Uni<Row> one(String sql, KeptAnswers.Key ticket) {
        return transactions.read(sql, ticket.tenant(), ticket.ticket()).map(found -> one(ticket, found));
    }

    private Row one(KeptAnswers.Key ticket, RowSet<Row> found) {
        if (found.rowCount() == 0) {
            answers.forget(ticket);
            throw Problem.notFound("ticket not found");
        }
        return found.iterator().next();
    }
}
