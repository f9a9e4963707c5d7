package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.tickets.bundle.SyncReport.Skipped;
import io.deskgraph.tickets.ticket.TicketRevision;
import io.deskgraph.tickets.ticket.TicketRevision.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the master means for each child: the same assignee and priority, and the status of the child's own
 * board that stands for the master's. What did not change on the master is not handed down.
 *
 * @param heirs every child, changed or not
 */
record Inheritance(List<Heir> heirs) {

    static final String STATUS = "status_id";
    static final String ASSIGNEE = "assigned_to";
    static final String PRIORITY = "priority_id";
    static final Set<String> HANDED_DOWN = Set.of(STATUS, ASSIGNEE, PRIORITY);

    private static final String NO_MATCH = "no_matching_status";
    private static final String CLOSED_BEFORE = "already_closed";

    /** A status of a child's board. */
    record Target(UUID statusId, boolean closes) {}

    /** A child and what becomes of it. */
    record Heir(TicketRevision revision, List<Skipped> skipped) {

        boolean changes() {
            return !revision.changed().isEmpty();
        }
    }

    static Set<String> handedDown(TicketState before, TicketState after) {
        Set<String> changed = new HashSet<>(Changes.between(before, after).keySet());
        changed.retainAll(HANDED_DOWN);
        return changed;
    }

    /** @param targets by board, for boards that have a status which stands for the master's */
    static Inheritance of(
            TicketState before, TicketState after, List<TicketState> children, Map<UUID, Target> targets) {
        Set<String> changed = handedDown(before, after);
        return new Inheritance(children.stream()
                .map(child -> heir(before, after, changed, child, targets.get(child.boardId())))
                .toList());
    }

    List<TicketRevision> revisions() {
        return heirs.stream().filter(Heir::changes).map(Heir::revision).toList();
    }

    SyncReport report() {
        return new SyncReport(
                revisions().stream()
                        .map(revision -> revision.after().ticketId())
                        .toList(),
                heirs.stream().flatMap(heir -> heir.skipped().stream()).toList());
    }

    private static Heir heir(
            TicketState before, TicketState after, Set<String> changed, TicketState child, @Nullable Target target) {
        List<Skipped> skipped = new ArrayList<>();
        Decision decision = Decision.of(child);
        if (changed.contains(STATUS)) {
            String obstacle = obstacle(before, after, child, target);
            if (obstacle != null) {
                skipped.add(new Skipped(child.ticketId(), child.ticketNumber(), STATUS, obstacle));
            } else if (target != null) {
                decision = decision.status(target.statusId(), target.closes());
            }
        }
        if (changed.contains(ASSIGNEE)) {
            decision = decision.assignedTo(after.assignedTo());
        }
        if (changed.contains(PRIORITY)) {
            decision = decision.priority(Objects.requireNonNull(after.priorityId()));
        }
        return new Heir(
                TicketRevision.decided(child, decision, Objects.requireNonNull(after.updatedBy()), after.updatedAt()),
                skipped);
    }

    private static @Nullable String obstacle(
            TicketState before, TicketState after, TicketState child, @Nullable Target target) {
        if (!before.isClosed() && after.isClosed() && child.isClosed()) {
            return CLOSED_BEFORE;
        }
        return target == null ? NO_MATCH : null;
    }
}
