package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.ticket.BundleState;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
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
import org.jspecify.annotations.Nullable;

/** Makes tickets the children of another. They get nothing of the master's until it changes next. */
@ApplicationScoped
class Joining {

    private final BundleRepository repository;
    private final Bundles bundles;
    private final TicketBatch tickets;
    private final Clock clock;

    Joining(BundleRepository repository, Bundles bundles, TicketBatch tickets, Clock clock) {
        this.repository = repository;
        this.bundles = bundles;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A new bundle, or more children and perhaps another mode for the one there is. */
    Uni<BundleResults.Created> create(Tx tx, UUID master, CreateBundle request, UUID by) {
        JoinRules rules = JoinRules.of(master, request.childTicketIds(), true, request.allowClosedMaster());
        return join(tx, rules, request.modeOrDefault(), by)
                .replaceWith(new BundleResults.Created(master, rules.children(), request.modeOrDefault()));
    }

    /** More children; a ticket that stands alone becomes the master of a bundle with default settings. */
    Uni<BundleResults.Children> add(Tx tx, UUID master, AddChildren request, UUID by) {
        JoinRules rules = JoinRules.of(master, request.childTicketIds(), false, request.allowClosedMaster());
        return join(tx, rules, null, by).replaceWith(new BundleResults.Children(master, rules.children()));
    }

    /** What is refused anyway is refused before anything is locked; what counts is what holds under the locks. */
    private Uni<Void> join(Tx tx, JoinRules rules, @Nullable String mode, UUID by) {
        return repository
                .parts(tx, rules.everyone())
                .invoke(rules::check)
                .chain(() -> tickets.lock(tx, rules.everyone()))
                .call(() -> repository.parts(tx, rules.everyone()).invoke(rules::check))
                .chain(locked -> write(tx, rules, mode, by, locked));
    }

    private Uni<Void> write(Tx tx, JoinRules rules, @Nullable String mode, UUID by, List<TicketState> locked) {
        Instant now = Times.now(clock);
        List<TicketRevision> joined = locked.stream()
                .filter(ticket -> !ticket.ticketId().equals(rules.master()))
                .map(child -> TicketRevision.moved(child, rules.master(), by, now))
                .toList();
        return repository
                .find(tx, rules.master())
                .chain(present -> bundle(tx, present, rules, mode, by, now))
                .chain(event -> tickets.write(tx, joined, event));
    }

    private Uni<UUID> bundle(
            Tx tx, Optional<BundleState> present, JoinRules rules, @Nullable String mode, UUID by, Instant now) {
        if (present.isEmpty()) {
            String first = mode == null ? Mode.SYNC_UPDATES : mode;
            return bundles.create(tx, rules.master(), rules.children(), first, by, now);
        }
        BundleState before = present.get();
        List<UUID> children = new ArrayList<>(before.childTicketIds());
        children.addAll(rules.children());
        BundleState more = Bundles.with(before, before.masterTicketId(), children);
        BundleState after = mode == null ? more : Bundles.with(more, mode, before.reopenOnChildReply());
        return bundles.change(tx, EventTypes.BUNDLE_CHILDREN_ADDED, before, after, by, now);
    }
}
