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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes a child the master and the master a child. Nothing else about the tickets changes, nor do the settings. */
@ApplicationScoped
class Promotion {

    private final BundleRepository repository;
    private final Bundles bundles;
    private final TicketBatch tickets;
    private final Clock clock;

    Promotion(BundleRepository repository, Bundles bundles, TicketBatch tickets, Clock clock) {
        this.repository = repository;
        this.bundles = bundles;
        this.tickets = tickets;
        this.clock = clock;
    }

    Uni<BundleResults.Promoted> promote(Tx tx, UUID oldMaster, UUID newMaster, UUID by) {
        if (oldMaster.equals(newMaster)) {
            throw Problem.invalid("new_master_ticket_id", "Ticket is the master already");
        }
        return tickets.lock(tx, List.of(oldMaster))
                .map(Promotion::master)
                .chain(old -> tickets.lockChildren(tx, oldMaster)
                        .call(children -> requireAmong(tx, children, newMaster))
                        .chain(children -> swap(tx, old, children, newMaster, by)))
                .replaceWith(new BundleResults.Promoted(oldMaster, newMaster));
    }

    private Uni<Void> swap(Tx tx, TicketState old, List<TicketState> children, UUID newMaster, UUID by) {
        Instant now = Times.now(clock);
        List<TicketRevision> moves = new ArrayList<>();
        moves.add(TicketRevision.moved(old, newMaster, by, now));
        children.forEach(child ->
                moves.add(TicketRevision.moved(child, child.ticketId().equals(newMaster) ? null : newMaster, by, now)));
        return repository
                .find(tx, old.ticketId())
                .map(Optional::orElseThrow)
                .chain(bundle ->
                        bundles.change(tx, EventTypes.BUNDLE_PROMOTED, bundle, under(bundle, newMaster), by, now))
                .chain(event -> tickets.write(tx, moves, event));
    }

    private static BundleState under(BundleState bundle, UUID newMaster) {
        List<UUID> children = new ArrayList<>(bundle.childTicketIds());
        children.remove(newMaster);
        children.add(bundle.masterTicketId());
        return Bundles.with(bundle, newMaster, children);
    }

    private static TicketState master(List<TicketState> found) {
        TicketState old = found.stream().findFirst().orElseThrow(() -> Problem.notFound("Old master ticket not found"));
        if (old.masterTicketId() != null) {
            throw Problem.invalid("Old master ticket is not a master");
        }
        return old;
    }

    private Uni<Void> requireAmong(Tx tx, List<TicketState> children, UUID newMaster) {
        if (children.stream().anyMatch(child -> child.ticketId().equals(newMaster))) {
            return Uni.createFrom().voidItem();
        }
        return repository
                .parts(tx, List.of(newMaster))
                .invoke(parts -> {
                    throw parts.isEmpty()
                            ? Problem.notFound("New master ticket not found")
                            : Problem.invalid("new_master_ticket_id", "Ticket is not a child of this master");
                })
                .replaceWithVoid();
    }
}
