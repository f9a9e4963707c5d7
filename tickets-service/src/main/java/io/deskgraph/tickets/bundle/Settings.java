package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.ticket.BundleState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.sql.Times;
import io.deskgraph.tickets.ticket.TicketBatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Changes how a bundle behaves from now on; its tickets stay as they are. */
@ApplicationScoped
class Settings {

    private final BundleRepository repository;
    private final Bundles bundles;
    private final TicketBatch tickets;
    private final Clock clock;

    Settings(BundleRepository repository, Bundles bundles, TicketBatch tickets, Clock clock) {
        this.repository = repository;
        this.bundles = bundles;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** The bundle as it is then. */
    Uni<BundleState> change(Tx tx, UUID master, IfMatch condition, ChangeSettings request, UUID by) {
        request.requireSome();
        return tickets.lock(tx, List.of(master))
                .chain(() -> repository.find(tx, master))
                .map(found -> found.orElseThrow(() -> Problem.notFound("Bundle settings not found")))
                .invoke(bundle -> condition.require(bundle.version()))
                .chain(bundle -> write(tx, bundle, wanted(bundle, request), by))
                .chain(() -> repository.find(tx, master))
                .map(java.util.Optional::orElseThrow);
    }

    private Uni<Void> write(Tx tx, BundleState before, BundleState wanted, UUID by) {
        return wanted.equals(before)
                ? Uni.createFrom().voidItem()
                : bundles.change(tx, EventTypes.BUNDLE_SETTINGS_CHANGED, before, wanted, by, Times.now(clock))
                        .replaceWithVoid();
    }

    private static BundleState wanted(BundleState bundle, ChangeSettings request) {
        return Bundles.with(
                bundle,
                request.mode() == null ? bundle.mode() : request.mode(),
                request.reopenOnChildReply() == null ? bundle.reopenOnChildReply() : request.reopenOnChildReply());
    }
}
