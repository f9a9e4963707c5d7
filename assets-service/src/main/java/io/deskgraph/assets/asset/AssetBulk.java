package io.deskgraph.assets.asset;

import io.deskgraph.assets.checkout.Checkouts;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does one thing to many assets in one transaction and a handful of statements, however many they are. */
@Singleton
public class AssetBulk {

    private final AssetRepository repository;
    private final ReferenceResolver references;
    private final Checkouts checkouts;
    private final BulkRecord record;
    private final AssetDrafts drafts;
    private final AssetGuard guard;

    AssetBulk(
            AssetRepository repository,
            ReferenceResolver references,
            Checkouts checkouts,
            BulkRecord record,
            AssetDrafts drafts,
            AssetGuard guard) {
        this.repository = repository;
        this.references = references;
        this.checkouts = checkouts;
        this.record = record;
        this.drafts = drafts;
        this.guard = guard;
    }

    /** Null where the asset was done, else why not; in the order asked for. */
    public Uni<List<@Nullable Problem>> run(Tx tx, List<AssetKey> keys, BulkAction action, boolean atomic) {
        return resolve(tx, action.change()).chain(found -> repository
                .lockAll(tx, AssetKey.numbers(keys), AssetKey.ids(keys))
                .chain(assets -> run(tx, keys, new BulkPlan(drafts, guard, action, found, assets), atomic)));
    }

    private Uni<List<@Nullable Problem>> run(Tx tx, List<AssetKey> keys, BulkPlan plan, boolean atomic) {
        List<@Nullable Problem> outcome = plan.outcome(keys);
        boolean refused = atomic && outcome.stream().anyMatch(Objects::nonNull);
        return refused ? Uni.createFrom().item(outcome) : write(tx, plan).replaceWith(outcome);
    }

    private Uni<References> resolve(Tx tx, AssetChange change) {
        return change.namesReferences()
                ? references.resolve(tx, change, drafts.blank(tx.tenant(), new UUID(0, 0)))
                : Uni.createFrom().item(new References(null, null, null, true));
    }

    private Uni<Void> write(Tx tx, BulkPlan plan) {
        return switch (plan.action().kind()) {
            case DELETE -> repository.delete(tx, plan.ids()).chain(() -> record.deleted(tx, plan));
            case CHECKIN ->
                checkouts
                        .close(tx, plan.ids(), "", drafts.now())
                        .call(() -> repository.updateAll(tx, plan.after()))
                        .chain(closed -> record.checkedIn(tx, plan, closed));
            default -> repository.updateAll(tx, plan.after()).chain(() -> record.updated(tx, plan));
        };
    }
}
