package io.deskgraph.assets.importing;

import io.deskgraph.assets.asset.AssetBatches;
import io.deskgraph.assets.audit.AuditBatch;
import io.deskgraph.assets.audit.AuditBatch.Step;
import io.deskgraph.assets.audit.Author;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Stores assets together with their history and their events: each change has one of both. */
@Singleton
class BatchWriter {

    private final AssetBatches assets;
    private final AuditBatch audit;
    private final Outbox outbox;

    BatchWriter(AssetBatches assets, AuditBatch audit, Outbox outbox) {
        this.assets = assets;
        this.audit = audit;
        this.outbox = outbox;
    }

    Uni<Void> write(Tx tx, Author author, List<Step> creations, List<Step> changes) {
        List<Step> all = Stream.concat(creations.stream(), changes.stream()).toList();
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return insert(tx, creations)
                .chain(() -> update(tx, changes))
                .chain(() -> audit.append(tx, author, all))
                .chain(() -> outbox.append(
                        tx,
                        NamedLookUps.origin(author),
                        all.stream().map(BatchWriter::fact).toList()));
    }

    private Uni<Void> insert(Tx tx, List<Step> steps) {
        return steps.isEmpty()
                ? Uni.createFrom().voidItem()
                : assets.insert(tx, states(steps))
                        .invoke(stored -> requireAll(stored, steps))
                        .replaceWithVoid();
    }

    private Uni<Void> update(Tx tx, List<Step> steps) {
        return steps.isEmpty() ? Uni.createFrom().voidItem() : assets.update(tx, states(steps));
    }

    private static void requireAll(int stored, List<Step> steps) {
        if (stored < steps.size()) {
            throw new BatchRaced("An asset of that tag was created meanwhile");
        }
    }

    private static List<AssetState> states(List<Step> steps) {
        return steps.stream().map(Step::after).toList();
    }

    private static Fact fact(Step step) {
        AssetState after = step.after();
        AssetState before = step.before();
        return before == null
                ? Fact.of(
                        Topics.ASSETS,
                        EventTypes.ASSET_CREATED,
                        after.assetId(),
                        after.version(),
                        EventPayload.created(after))
                : Fact.of(
                        Topics.ASSETS,
                        EventTypes.ASSET_UPDATED,
                        after.assetId(),
                        after.version(),
                        EventPayload.changed(before, after));
    }
}
