package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.ticket.BundleState;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.Times;
import io.deskgraph.tickets.ticket.TicketBatch;
import io.deskgraph.tickets.ticket.TicketRevision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets children go. Their status, assignee and comments stay as they are; the last one takes the bundle along. */
@ApplicationScoped
class Leaving {

    private final BundleRepository repository;
    private final Bundles bundles;
    private final TicketBatch tickets;
    private final Clock clock;

    Leaving(BundleRepository repository, Bundles bundles, TicketBatch tickets, Clock clock) {
        this.repository = repository;
        this.bundles = bundles;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** One child goes. Tickets that have nothing to do with each other are not locked together. */
    Uni<BundleResults.Removed> remove(Tx tx, UUID master, UUID child, UUID by) {
        return repository
                .parts(tx, List.of(master, child))
                .invoke(parts -> requireChildOf(master, parts.get(master), parts.get(child)))
                .chain(() -> tickets.lock(tx, List.of(master)))
                .chain(() -> tickets.lock(tx, List.of(child)))
                .call(() -> repository
                        .parts(tx, List.of(master, child))
                        .invoke(parts -> requireChildOf(master, parts.get(master), parts.get(child))))
                .chain(locked -> leave(tx, master, locked.get(0), by))
                .map(left -> new BundleResults.Removed(master, child, left));
    }

    /** All go, and the bundle is no more; a ticket that stands alone has nobody to let go. */
    Uni<BundleResults.Children> unbundle(Tx tx, UUID master, UUID by) {
        return tickets.lock(tx, List.of(master))
                .map(found -> one(found, "Master ticket not found"))
                .invoke(Leaving::requireNoChild)
                .chain(() -> tickets.lockChildren(tx, master))
                .chain(children -> release(tx, master, children, by))
                .map(children -> new BundleResults.Children(master, children));
    }

    /** For whoever has locked the master and the children himself. */
    Uni<List<UUID>> release(Tx tx, UUID master, List<TicketState> children, UUID by) {
        Instant now = Times.now(clock);
        List<UUID> ids = children.stream().map(TicketState::ticketId).toList();
        return repository
                .find(tx, master)
                .chain(bundle -> dissolve(tx, bundle, free(children, by, now)))
                .replaceWith(ids);
    }

    /** A child whose row is about to go: nothing is written to it any more. */
    Uni<Void> forget(Tx tx, UUID master, UUID child, UUID by) {
        return shrink(tx, master, child, by, Times.now(clock)).replaceWithVoid();
    }

    private Uni<Integer> leave(Tx tx, UUID master, TicketState child, UUID by) {
        Instant now = Times.now(clock);
        return shrink(tx, master, child.ticketId(), by, now)
                .call(shrunk -> tickets.write(tx, free(List.of(child), by, now), shrunk.event()))
                .map(Shrunk::left);
    }

    private record Shrunk(int left, UUID event) {}

    private Uni<Shrunk> shrink(Tx tx, UUID master, UUID child, UUID by, Instant now) {
        return repository.find(tx, master).map(Optional::orElseThrow).chain(bundle -> {
            List<UUID> rest = without(bundle, child);
            BundleState after = Bundles.with(bundle, master, rest);
            Uni<UUID> event = rest.isEmpty()
                    ? bundles.dissolve(tx, bundle)
                    : bundles.change(tx, EventTypes.BUNDLE_CHILD_REMOVED, bundle, after, by, now);
            return event.map(id -> new Shrunk(rest.size(), id));
        });
    }

    private Uni<Void> dissolve(Tx tx, Optional<BundleState> bundle, List<TicketRevision> freed) {
        return bundle.isEmpty()
                ? Uni.createFrom().voidItem()
                : bundles.dissolve(tx, bundle.get()).chain(event -> tickets.write(tx, freed, event));
    }

    private static List<TicketRevision> free(List<TicketState> children, UUID by, Instant now) {
        return children.stream()
                .map(child -> TicketRevision.moved(child, null, by, now))
                .toList();
    }

    private static List<UUID> without(BundleState bundle, UUID child) {
        return bundle.childTicketIds().stream().filter(id -> !id.equals(child)).toList();
    }

    private static void requireChildOf(UUID master, @Nullable Part leader, @Nullable Part child) {
        if (leader == null || child == null) {
            throw Problem.notFound("Ticket not found");
        }
        if (child.master() == null) {
            throw Problem.invalid("Ticket is not bundled");
        }
        if (!master.equals(child.master())) {
            throw Problem.notFound("Ticket is not in this bundle");
        }
    }

    private static void requireNoChild(TicketState ticket) {
        if (ticket.masterTicketId() != null) {
            throw Problem.invalid("Cannot unbundle from a child ticket id");
        }
    }

    private static TicketState one(List<TicketState> found, String otherwise) {
        return found.stream().findFirst().orElseThrow(() -> Problem.notFound(otherwise));
    }
}
