package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.ticket.TicketBatch;
import io.deskgraph.tickets.ticket.TicketRevision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Hands a master's change down to the children, in the transaction of the change. */
@ApplicationScoped
class HandingDown {

    private final BundleRepository repository;
    private final StatusTargets statuses;
    private final TicketBatch tickets;

    HandingDown(BundleRepository repository, StatusTargets statuses, TicketBatch tickets) {
        this.repository = repository;
        this.statuses = statuses;
        this.tickets = tickets;
    }

    /**
     * @param after as it was written; its row is locked
     * @param cause the event of the change
     */
    Uni<SyncReport> follow(Tx tx, TicketState before, TicketState after, UUID cause) {
        if (after.masterTicketId() != null
                || Inheritance.handedDown(before, after).isEmpty()) {
            return Uni.createFrom().item(SyncReport.NOTHING);
        }
        return plan(tx, before, after)
                .call(plan -> write(tx, plan.revisions(), before, after, cause))
                .map(Inheritance::report);
    }

    /** What would become of the children; empty where they do not follow. */
    Uni<Inheritance> plan(Tx tx, TicketState before, TicketState after) {
        return repository
                .isFollowed(tx, after.ticketId())
                .chain(followed -> followed
                        ? tickets.lockChildren(tx, after.ticketId())
                        : Uni.createFrom().item(List.<TicketState>of()))
                .chain(children -> targets(tx, before, after, children)
                        .map(targets -> Inheritance.of(before, after, children, targets)));
    }

    private Uni<Map<UUID, Inheritance.Target>> targets(
            Tx tx, TicketState before, TicketState after, List<TicketState> children) {
        UUID status = Objects.requireNonNull(after.statusId());
        if (children.isEmpty() || status.equals(before.statusId())) {
            return Uni.createFrom().item(Map.of());
        }
        List<UUID> boards = children.stream()
                .map(TicketState::boardId)
                .map(Objects::requireNonNull)
                .toList();
        return statuses.standingFor(tx, status, boards);
    }

    private Uni<Void> write(Tx tx, List<TicketRevision> revisions, TicketState before, TicketState after, UUID cause) {
        List<UUID> reassigned = Objects.equals(before.assignedTo(), after.assignedTo())
                ? List.of()
                : revisions.stream()
                        .map(revision -> revision.after().ticketId())
                        .toList();
        return repository
                .clearAgents(tx, reassigned, after.assignedTo())
                .chain(() -> tickets.write(tx, revisions, cause));
    }
}
