package io.deskgraph.gateway.tenant;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.gateway.identity.Ledger;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;

/** Stores a tenant, in its own place, and tells of it there. */
@Singleton
class TenantWrites {

    private final TenantTable table;
    private final Ledger ledger;
    private final Author author;

    TenantWrites(TenantTable table, Ledger ledger, Author author) {
        this.table = table;
        this.ledger = ledger;
        this.author = author;
    }

    /** @param change gives the tenant as it is wanted; one that is so already is not touched */
    Uni<TenantState> change(Tx tx, IfMatch condition, UnaryOperator<TenantState> change) {
        return table.lock(tx)
                .onItem()
                .ifNull()
                .failWith(TenantService::notFound)
                .invoke(before -> condition.require(before.version()))
                .chain(before -> store(tx, before, change.apply(before)));
    }

    private Uni<TenantState> store(Tx tx, TenantState before, TenantState after) {
        if (Changes.between(before, after).isEmpty()) {
            return Uni.createFrom().item(before);
        }
        return table.update(tx, after, author.id())
                .chain(() -> ledger.enter(tx, fact(before, after)))
                .replaceWith(after);
    }

    private static Fact fact(TenantState before, TenantState after) {
        return Fact.of(
                Topics.IDENTITY,
                type(before, after),
                after.tenantId(),
                after.version(),
                EventPayload.changed(before, after));
    }

    private static String type(TenantState before, TenantState after) {
        if (before.status().equals(after.status())) {
            return EventTypes.TENANT_UPDATED;
        }
        return after.status().equals(TenantState.SUSPENDED) ? EventTypes.TENANT_SUSPENDED : EventTypes.TENANT_RESUMED;
    }
}
