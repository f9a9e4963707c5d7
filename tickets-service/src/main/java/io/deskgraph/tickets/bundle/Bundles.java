package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.ticket.BundleState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Writes a bundle's row and tells of it. The event's id comes back: it is why the tickets change. */
@ApplicationScoped
class Bundles {

    private final BundleRepository bundles;
    private final Outbox outbox;

    Bundles(BundleRepository bundles, Outbox outbox) {
        this.bundles = bundles;
        this.outbox = outbox;
    }

    Uni<UUID> create(Tx tx, UUID master, List<UUID> children, String mode, UUID by, Instant at) {
        BundleState bundle = new BundleState(tx.tenant(), Ids.next(), master, sorted(children), mode, false, 1);
        return bundles.insert(tx, bundle, by, at)
                .chain(() -> tell(tx, EventTypes.BUNDLE_CREATED, bundle, EventPayload.created(bundle)));
    }

    /** @param after the same with its version still to be raised */
    Uni<UUID> change(Tx tx, String type, BundleState before, BundleState after, UUID by, Instant at) {
        BundleState next = raised(after);
        return bundles.update(tx, next, by, at).chain(() -> tell(tx, type, next, EventPayload.changed(before, next)));
    }

    Uni<UUID> dissolve(Tx tx, BundleState bundle) {
        return bundles.delete(tx, bundle.bundleId())
                .chain(() -> tell(tx, EventTypes.BUNDLE_DISSOLVED, raised(bundle), EventPayload.deleted()));
    }

    static BundleState with(BundleState bundle, UUID master, Collection<UUID> children) {
        return new BundleState(
                bundle.tenant(),
                bundle.bundleId(),
                master,
                sorted(children),
                bundle.mode(),
                bundle.reopenOnChildReply(),
                bundle.version());
    }

    static BundleState with(BundleState bundle, String mode, boolean reopenOnChildReply) {
        return new BundleState(
                bundle.tenant(),
                bundle.bundleId(),
                bundle.masterTicketId(),
                bundle.childTicketIds(),
                mode,
                reopenOnChildReply,
                bundle.version());
    }

    private static BundleState raised(BundleState bundle) {
        return new BundleState(
                bundle.tenant(),
                bundle.bundleId(),
                bundle.masterTicketId(),
                bundle.childTicketIds(),
                bundle.mode(),
                bundle.reopenOnChildReply(),
                bundle.version() + 1);
    }

    /** As the database sorts them; Java's own order of UUIDs is another. */
    private static List<UUID> sorted(Collection<UUID> ids) {
        return ids.stream().sorted(Comparator.comparing(UUID::toString)).toList();
    }

    private Uni<UUID> tell(Tx tx, String type, BundleState bundle, EventPayload<BundleState> payload) {
        return outbox.publish(tx, Fact.of(Topics.BUNDLES, type, bundle.bundleId(), bundle.version(), payload));
    }
}
