package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Statements on the agents beside a ticket's primary one. */
@Singleton
class AgentRows {

    /** The ticket's own row comes first, with whom it is assigned to. */
    static final String READ = """
            SELECT t.version, NULL::uuid AS assignment_id, t.assigned_to AS user_id, u.first_name, u.last_name, u.email,
                NULL::text AS role, NULL::timestamptz AS assigned_at
            FROM tickets t LEFT JOIN user_copies u ON u.tenant_id = t.tenant_id AND u.id = t.assigned_to
            WHERE t.tenant_id = $1 AND t.id = $2
            UNION ALL
            SELECT NULL, a.id, a.additional_user_id, u.first_name, u.last_name, u.email, a.role, a.assigned_at
            FROM ticket_agents a LEFT JOIN user_copies u ON u.tenant_id = a.tenant_id AND u.id = a.additional_user_id
            WHERE a.tenant_id = $1 AND a.ticket_id = $2
            ORDER BY assigned_at DESC NULLS FIRST, assignment_id DESC""";

    private static final String IS_ACTIVE =
            "SELECT FROM user_copies WHERE tenant_id = $1 AND id = $2 AND NOT is_inactive";

    private static final String ADD = """
            INSERT INTO ticket_agents (tenant_id, id, ticket_id, additional_user_id, role, assigned_at, assigned_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT ON CONSTRAINT ticket_agents_user_uk DO NOTHING""";

    private static final String REMOVE =
            "DELETE FROM ticket_agents WHERE tenant_id = $1 AND ticket_id = $2 AND additional_user_id = $3";

    private static final String REMOVE_ALL = "DELETE FROM ticket_agents WHERE tenant_id = $1 AND ticket_id = $2";

    /** What {@link #READ} found. */
    record Found(long version, AgentsView view) {

        static Found of(UUID ticket, RowSet<Row> rows) {
            if (rows.rowCount() == 0) {
                throw Problem.notFound("ticket not found");
            }
            Row first = rows.iterator().next();
            List<AgentsView.AdditionalAgent> additional =
                    stream(rows).skip(1).map(AgentsView.AdditionalAgent::of).toList();
            AgentsView view = new AgentsView(ticket, AgentsView.Agent.of(first), additional);
            return new Found(first.getInteger("version"), view);
        }

        List<UUID> additional() {
            return view.additionalAgents().stream()
                    .map(AgentsView.AdditionalAgent::userId)
                    .toList();
        }
    }

    Uni<Found> read(Tx tx, UUID ticket) {
        return tx.sql(READ, tx.tenant(), ticket).map(rows -> Found.of(ticket, rows));
    }

    Uni<Void> requireActive(Tx tx, UUID user) {
        return tx.sql(IS_ACTIVE, tx.tenant(), user)
                .invoke(found -> requireOne(found, Problem.notFound("User not found")))
                .replaceWithVoid();
    }

    Uni<Void> add(Tx tx, UUID ticket, AddAgent agent, UUID by, Instant at) {
        return tx.sql(ADD, tx.tenant(), Ids.next(), ticket, agent.userId(), agent.roleOrDefault(), Times.at(at), by)
                .invoke(added -> requireOne(added, Problem.conflict("User is already an agent of this ticket")))
                .replaceWithVoid();
    }

    Uni<Void> remove(Tx tx, UUID ticket, UUID user) {
        return tx.sql(REMOVE, tx.tenant(), ticket, user)
                .invoke(removed -> requireOne(removed, Problem.notFound("Agent not found")))
                .replaceWithVoid();
    }

    /** Nobody is on a ticket twice, and nobody stays on one that nobody answers for. */
    Uni<Void> follow(Tx tx, UUID ticket, @Nullable UUID before, @Nullable UUID after) {
        if (Objects.equals(before, after)) {
            return Uni.createFrom().voidItem();
        }
        Uni<RowSet<Row>> left =
                after == null ? tx.sql(REMOVE_ALL, tx.tenant(), ticket) : tx.sql(REMOVE, tx.tenant(), ticket, after);
        return left.replaceWithVoid();
    }

    private static void requireOne(RowSet<Row> rows, Problem otherwise) {
        if (rows.rowCount() == 0) {
            throw otherwise;
        }
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
