package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.ticket.Ticket;
import io.deskgraph.tickets.ticket.TicketBatch;
import io.deskgraph.tickets.ticket.TicketDraft;
import io.deskgraph.tickets.ticket.TicketParticipant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a bundle has to say when one of its tickets changes or goes. */
@ApplicationScoped
class BundleParticipant implements TicketParticipant {

    private final BundleRepository repository;
    private final HandingDown handingDown;
    private final Leaving leaving;
    private final TicketBatch tickets;
    private final QueryParams query;

    BundleParticipant(
            BundleRepository repository,
            HandingDown handingDown,
            Leaving leaving,
            TicketBatch tickets,
            QueryParams query) {
        this.repository = repository;
        this.handingDown = handingDown;
        this.leaving = leaving;
        this.tickets = tickets;
        this.query = query;
    }

    /** What a child may not decide itself. */
    record Locked(List<String> lockedFields, UUID masterTicketId) {}

    /** What has to be let go before a master is deleted. */
    record Held(String code, List<UUID> blocking) {}

    @Override
    public Uni<Void> beforeChange(Tx tx, Ticket before, TicketDraft wanted, UUID by) {
        UUID master = before.state().masterTicketId();
        List<String> touched = master == null ? List.of() : handedDown(TicketDraft.of(before.state()), wanted);
        if (master == null || touched.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return repository
                .isFollowed(tx, master)
                .invoke(followed -> refuse(followed, touched, master))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<String, Object>> afterChange(Tx tx, Ticket before, Ticket after, UUID by) {
        UUID event = Objects.requireNonNull(after.event());
        return handingDown
                .follow(tx, before.state(), after.state(), event)
                .map(report -> report.equals(SyncReport.NOTHING) && !Mode.SYNC_UPDATES.equals(after.bundleMode())
                        ? Map.of()
                        : Map.of("sync", report));
    }

    @Override
    public Uni<Void> lockForDelete(Tx tx, UUID ticket) {
        return repository
                .masterOf(tx, ticket)
                .chain(master -> tickets.lock(tx, master.stream().toList()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> beforeDelete(Tx tx, TicketState ticket, UUID by) {
        boolean unbundle = query.read(reader -> reader.bool("unbundle", false));
        UUID master = ticket.masterTicketId();
        return master == null ? release(tx, ticket, unbundle, by) : leave(tx, master, ticket, by);
    }

    /** The ticket may have joined this master after {@link #lockForDelete} has looked; it stays with it from now on. */
    private Uni<Void> leave(Tx tx, UUID master, TicketState ticket, UUID by) {
        return tickets.lock(tx, List.of(master)).chain(() -> leaving.forget(tx, master, ticket.ticketId(), by));
    }

    private Uni<Void> release(Tx tx, TicketState ticket, boolean unbundle, UUID by) {
        return tickets.lockChildren(tx, ticket.ticketId())
                .invoke(children -> requireNone(ticket, children, unbundle))
                .chain(children -> leaving.release(tx, ticket.ticketId(), children, by))
                .replaceWithVoid();
    }

    private static void requireNone(TicketState ticket, List<TicketState> children, boolean unbundle) {
        if (!unbundle && !children.isEmpty()) {
            String numbers =
                    children.stream().map(TicketState::ticketNumber).sorted().collect(Collectors.joining(", "));
            throw Problem.conflict(
                    "Ticket " + ticket.ticketNumber() + " is the master of " + numbers + "; unbundle=true lets them go",
                    new Held(
                            "BUNDLE_HAS_CHILDREN",
                            children.stream().map(TicketState::ticketId).toList()));
        }
    }

    private static void refuse(boolean followed, List<String> touched, UUID master) {
        if (followed) {
            throw Problem.conflict(
                    "The bundle's master decides on " + String.join(", ", touched), new Locked(touched, master));
        }
    }

    private static List<String> handedDown(TicketDraft present, TicketDraft wanted) {
        return Stream.of(
                        differing(Inheritance.STATUS, present.statusId(), wanted.statusId()),
                        differing(Inheritance.ASSIGNEE, present.assignedTo(), wanted.assignedTo()),
                        differing(Inheritance.PRIORITY, present.priorityId(), wanted.priorityId()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> differing(String field, @Nullable UUID one, @Nullable UUID other) {
        return Objects.equals(one, other) ? List.of() : List.of(field);
    }
}
