package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts people on tickets and takes them off. On a ticket without an assignee the first one becomes it. */
@ApplicationScoped
class Agents {

    private final TicketWriter writer;
    private final TicketChange changes;
    private final AgentRows rows;
    private final Clock clock;

    Agents(TicketWriter writer, TicketChange changes, AgentRows rows, Clock clock) {
        this.writer = writer;
        this.changes = changes;
        this.rows = rows;
        this.clock = clock;
    }

    Uni<AgentRows.Found> add(Tx tx, UUID id, UUID by, AddAgent agent) {
        return writer.lock(tx, id)
                .call(() -> rows.requireActive(tx, agent.userId()))
                .chain(ticket -> ticket.state().assignedTo() == null
                        ? promote(tx, id, by, agent)
                        : beside(tx, ticket, by, agent))
                .chain(() -> rows.read(tx, id));
    }

    Uni<Void> remove(Tx tx, UUID id, IfMatch condition, UUID by, UUID user) {
        return writer.lock(tx, id)
                .invoke(ticket -> condition.require(ticket.state().version()))
                .chain(ticket -> changing(tx, ticket, by, () -> rows.remove(tx, id, user)));
    }

    private Uni<Void> promote(Tx tx, UUID id, UUID by, AddAgent agent) {
        ChangeAssignment assignment = new ChangeAssignment(
                agent.userId(), agent.suppressContactNotifications(), agent.suppressInternalNotifications());
        return changes.change(tx, id, IfMatch.parse(null), by, assignment.edit())
                .replaceWithVoid();
    }

    private Uni<Void> beside(Tx tx, Ticket ticket, UUID by, AddAgent agent) {
        if (agent.userId().equals(ticket.state().assignedTo())) {
            throw Problem.conflict("User is already an agent of this ticket");
        }
        UUID id = ticket.state().ticketId();
        return changing(tx, ticket, by, () -> rows.add(tx, id, agent, by, Times.now(clock)));
    }

    private Uni<Void> changing(Tx tx, Ticket ticket, UUID by, Supplier<Uni<Void>> change) {
        UUID id = ticket.state().ticketId();
        return rows.read(tx, id)
                .map(AgentRows.Found::additional)
                .call(() -> Uni.createFrom().deferred(change::get))
                .chain(before -> rows.read(tx, id).map(after -> changed(before, after.additional())))
                .chain(changed -> writer.touch(tx, ticket, changed, by))
                .replaceWithVoid();
    }

    private static Map<String, Change> changed(List<UUID> before, List<UUID> after) {
        return Map.of("additional_agents", new Change(before, after));
    }
}
