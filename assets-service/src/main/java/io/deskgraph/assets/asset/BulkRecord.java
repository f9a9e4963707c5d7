package io.deskgraph.assets.asset;

import io.deskgraph.assets.audit.AuditTrail;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.asset.CheckoutState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Puts every step of a bulk action on record and announces it, as if it had been taken alone. */
@Singleton
class BulkRecord {

    private final AuditTrail audit;
    private final AssetFacts facts;

    BulkRecord(AuditTrail audit, AssetFacts facts) {
        this.audit = audit;
        this.facts = facts;
    }

    Uni<Void> updated(Tx tx, BulkPlan plan) {
        return write(
                tx,
                plan,
                step -> new AuditTrail.Entry("updated", step.before(), step.after()),
                step -> AssetFacts.updated(step.before(), step.after()));
    }

    Uni<Void> checkedIn(Tx tx, BulkPlan plan, Map<UUID, CheckoutState> closed) {
        return write(
                tx,
                plan,
                step -> new AuditTrail.Entry("checked_in", step.before(), step.after()),
                step -> AssetFacts.checkedIn(
                        step.before(),
                        step.after(),
                        Objects.requireNonNull(closed.get(step.before().assetId()))));
    }

    Uni<Void> deleted(Tx tx, BulkPlan plan) {
        return write(
                tx,
                plan,
                step -> new AuditTrail.Entry("deleted", step.before(), null),
                step -> AssetFacts.deleted(step.before()));
    }

    private Uni<Void> write(
            Tx tx, BulkPlan plan, Function<BulkPlan.Step, AuditTrail.Entry> entry, Function<BulkPlan.Step, Fact> fact) {
        List<AuditTrail.Entry> entries = plan.steps().stream().map(entry).toList();
        List<Fact> told = plan.steps().stream().map(fact).toList();
        return audit.append(tx, entries).chain(() -> facts.all(tx, told));
    }
}
