package io.deskgraph.gateway.constraint;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.gateway.identity.Ledger;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores constraints and tells of it. */
@Singleton
class ConstraintWrites {

    private final ConstraintTable table;
    private final Ledger ledger;

    ConstraintWrites(ConstraintTable table, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
    }

    Uni<Void> create(Tx tx, PolicyState policy, @Nullable UUID by) {
        return table.store(tx, policy, by)
                .chain(() -> ledger.enter(tx, fact(EventTypes.POLICY_CREATED, policy, EventPayload.created(policy))));
    }

    /** @param after one version on; nothing is written where nothing differs */
    Uni<Void> update(Tx tx, PolicyState before, PolicyState after, @Nullable UUID by) {
        if (Changes.between(before, after).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return table.store(tx, after, by)
                .chain(() ->
                        ledger.enter(tx, fact(EventTypes.POLICY_UPDATED, after, EventPayload.changed(before, after))));
    }

    Uni<Void> delete(Tx tx, PolicyState policy) {
        Fact gone = Fact.of(
                Topics.IDENTITY,
                EventTypes.POLICY_DELETED,
                policy.policyId(),
                policy.version() + 1,
                EventPayload.deleted());
        return table.delete(tx, policy.policyId()).chain(() -> ledger.enter(tx, gone));
    }

    private static Fact fact(String type, PolicyState policy, EventPayload<PolicyState> payload) {
        return Fact.of(Topics.IDENTITY, type, policy.policyId(), policy.version(), payload);
    }
}
