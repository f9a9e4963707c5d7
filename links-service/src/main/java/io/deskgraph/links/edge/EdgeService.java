package io.deskgraph.links.edge;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, changes and ends edges, each with its event. Who may do so is decided before. */
@ApplicationScoped
public class EdgeService {

    private static final long FIRST_VERSION = 1;

    private final EdgeRepository repository;
    private final Outbox outbox;
    private final CurrentRequest request;
    private final Clock clock;

    EdgeService(EdgeRepository repository, Outbox outbox, CurrentRequest request, Clock clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.request = request;
        this.clock = clock;
    }

    /** Both ends must be known here; one that has gone meanwhile fails the transaction by its foreign key. */
    public Uni<Made> create(Tx tx, NewEdge wanted) {
        return repository.lock(tx, wanted).chain(() -> insert(tx, first(tx, wanted), wanted.onlyOfPair()));
    }

    /** The edge, held until the transaction ends; null when there is none. */
    public Uni<@Nullable Edge> lock(Tx tx, UUID linkId) {
        return repository.lock(tx, linkId);
    }

    /** The state as it is then: the same one when nothing differs. */
    public Uni<AssetLinkState> update(Tx tx, AssetLinkState before, @Nullable String alias, List<String> tags) {
        AssetLinkState after = next(before, alias, tags);
        Map<String, Change> changed = Changes.between(before, after);
        return changed.isEmpty() ? Uni.createFrom().item(before) : store(tx, after, changed);
    }

    /** The edge itself stays as it is; its metadata has changed under these keys. */
    public Uni<AssetLinkState> metadataChanged(
            Tx tx, AssetLinkState before, List<String> keysBefore, List<String> keysNow) {
        AssetLinkState after = next(before, before.alias(), before.tags());
        return store(tx, after, Map.of("metadata", new Change(keysBefore, keysNow)));
    }

    public Uni<Void> delete(Tx tx, AssetLinkState edge) {
        return repository.delete(tx, edge.linkId()).chain(() -> outbox.append(tx, EdgeFacts.deleted(edge)));
    }

    private Uni<Made> insert(Tx tx, AssetLinkState edge, boolean onlyOfPair) {
        return repository
                .insert(tx, edge, onlyOfPair)
                .chain(verdict -> verdict == Made.Verdict.MADE
                        ? outbox.append(tx, EdgeFacts.created(edge)).replaceWith(new Made(verdict, edge))
                        : Uni.createFrom().item(new Made(verdict, null)));
    }

    private Uni<AssetLinkState> store(Tx tx, AssetLinkState after, Map<String, Change> changed) {
        return repository
                .update(tx, after, request.caller().userId())
                .chain(() -> outbox.append(tx, EdgeFacts.updated(after, changed)))
                .replaceWith(after);
    }

    private AssetLinkState first(Tx tx, NewEdge wanted) {
        Instant now = now();
        return new AssetLinkState(
                tx.tenant(),
                Ids.next(),
                wanted.from(),
                wanted.to(),
                wanted.type(),
                wanted.alias(),
                wanted.tags(),
                request.caller().userId(),
                now,
                now,
                FIRST_VERSION);
    }

    private AssetLinkState next(AssetLinkState before, @Nullable String alias, List<String> tags) {
        return new AssetLinkState(
                before.tenant(),
                before.linkId(),
                before.fromAssetId(),
                before.toAssetId(),
                before.relationshipType(),
                alias,
                tags,
                before.createdBy(),
                before.createdAt(),
                now(),
                before.version() + 1);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
