package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.comment.CommentFollower;
import io.deskgraph.tickets.sql.Times;
import io.deskgraph.tickets.ticket.TicketBatch;
import io.deskgraph.tickets.ticket.TicketRevision;
import io.deskgraph.tickets.ticket.TicketRevision.Decision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Opens a closed master again when somebody says something in public on one of its children, where it is set to. */
@ApplicationScoped
class ReplyReopening implements CommentFollower {

    private static final String HISTORY = "TICKET_BUNDLE_REOPENED";

    private final BundleRepository repository;
    private final StatusTargets statuses;
    private final HandingDown handingDown;
    private final TicketBatch tickets;
    private final Clock clock;

    ReplyReopening(
            BundleRepository repository,
            StatusTargets statuses,
            HandingDown handingDown,
            TicketBatch tickets,
            Clock clock) {
        this.repository = repository;
        this.statuses = statuses;
        this.handingDown = handingDown;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** The master is locked before its child, as everywhere. */
    @Override
    public Uni<Void> before(Tx tx, UUID ticket) {
        return master(tx, ticket).replaceWithVoid();
    }

    @Override
    public Uni<Void> added(Tx tx, Added added) {
        boolean counts = !added.comment().isInternal() && added.ticket().masterTicketId() != null;
        return counts
                ? master(tx, added.ticket().ticketId()).chain(master -> reopen(tx, master, added))
                : Uni.createFrom().voidItem();
    }

    private Uni<Optional<TicketState>> master(Tx tx, UUID child) {
        return repository
                .reopenableMasterOf(tx, child)
                .chain(master -> tickets.lock(tx, master.stream().toList()))
                .map(found -> found.stream().findFirst());
    }

    private Uni<Void> reopen(Tx tx, Optional<TicketState> master, Added reply) {
        if (master.filter(TicketState::isClosed).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        TicketState closed = master.get();
        return statuses.defaultOpen(tx, Objects.requireNonNull(closed.boardId()))
                .chain(status ->
                        status.isEmpty() ? Uni.createFrom().voidItem() : write(tx, closed, status.get(), reply));
    }

    private Uni<Void> write(Tx tx, TicketState closed, UUID status, Added reply) {
        UUID by = Objects.requireNonNull(reply.comment().userId());
        Decision open = Decision.of(closed).status(status, false);
        TicketRevision revision = TicketRevision.decided(closed, open, by, Times.now(clock));
        Change child = new Change(null, reply.ticket().ticketId());
        return tickets.write(tx, revision, reply.event(), HISTORY, Map.of("child_ticket_id", child))
                .chain(event -> handingDown.follow(tx, closed, revision.after(), event))
                .replaceWithVoid();
    }
}
