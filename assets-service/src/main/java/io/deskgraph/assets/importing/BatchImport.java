package io.deskgraph.assets.importing;

import io.deskgraph.assets.asset.AssetBatches;
import io.deskgraph.assets.asset.AssetDraft;
import io.deskgraph.assets.asset.AssetPlaces;
import io.deskgraph.assets.asset.AssetPlaces.Block;
import io.deskgraph.assets.importing.BatchPlan.Names;
import io.deskgraph.assets.importing.NamedLookUps.Kind;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes one batch from rows to what is stored, in the transaction it is given. */
@Singleton
class BatchImport {

    private final NamedDatabases databases;
    private final NamedLookUps lookUps;
    private final AssetBatches assets;
    private final AssetPlaces places;
    private final AssetDraft drafts;
    private final BatchWriter writer;

    BatchImport(
            NamedDatabases databases,
            NamedLookUps lookUps,
            AssetBatches assets,
            AssetPlaces places,
            AssetDraft drafts,
            BatchWriter writer) {
        this.databases = databases;
        this.lookUps = lookUps;
        this.assets = assets;
        this.places = places;
        this.drafts = drafts;
        this.writer = writer;
    }

    Uni<BatchResult> apply(Tx tx, Batch batch) {
        return plan(tx, batch)
                .chain(plan -> batch.options().dryRun() ? rehearse(tx, batch, plan) : write(tx, batch, plan));
    }

    private Uni<Planned> plan(Tx tx, Batch batch) {
        List<ImportRow> good = batch.rows().stream().filter(ImportRow::isGood).toList();
        boolean lock = !batch.options().dryRun();
        return databases.known(tx, good, lock).chain(known -> assets.find(
                        tx, good.stream().map(ImportRow::key).toList(), lock)
                .chain(existing -> names(tx, good)
                        .map(names -> new Planned(
                                new BatchPlan(batch, tx.tenant(), drafts, known, existing, names), names))));
    }

    private Uni<Names> names(Tx tx, List<ImportRow> rows) {
        return lookUps.find(tx, Kind.CATEGORY, distinct(rows, ImportRow::category))
                .chain(categories -> lookUps.find(tx, Kind.LOCATION, distinct(rows, ImportRow::location))
                        .map(locations -> new Names(categories, locations)));
    }

    private static List<String> distinct(List<ImportRow> rows, Function<ImportRow, @Nullable String> column) {
        return rows.stream()
                .map(column)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private Uni<BatchResult> rehearse(Tx tx, Batch batch, Planned planned) {
        return places.left(tx)
                .invoke(left -> planned.plan.allow(count(left - batch.promised())))
                .map(left -> planned.plan.result());
    }

    private Uni<BatchResult> write(Tx tx, Batch batch, Planned planned) {
        BatchPlan plan = planned.plan;
        return take(tx, plan)
                .invoke(block -> plan.allow(block.count()))
                .call(block -> createMissing(tx, batch, planned))
                .call(block -> writer.write(tx, batch.author(), plan.creations(block.first()), plan.changes()))
                .map(block -> plan.result());
    }

    private Uni<Block> take(Tx tx, BatchPlan plan) {
        return plan.creations() == 0 ? Uni.createFrom().item(new Block(0, 0)) : places.take(tx, plan.creations());
    }

    private Uni<Void> createMissing(Tx tx, Batch batch, Planned planned) {
        Names names = planned.names;
        BatchPlan plan = planned.plan;
        return lookUps.create(tx, Kind.CATEGORY, batch.author(), names.categories(), plan.named(ImportRow::category))
                .chain(() -> lookUps.create(
                        tx, Kind.LOCATION, batch.author(), names.locations(), plan.named(ImportRow::location)));
    }

    private static int count(long places) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, places));
    }

    private record Planned(BatchPlan plan, Names names) {}
}
