package io.deskgraph.kit.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.request.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The constraints of tenants in memory. What is kept is true for as long as changes are heard of; while they are not,
 * nothing is kept and each request reads the tables.
 */
@ApplicationScoped
public class Policies {

    private static final int TENANTS = 10_000;
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final Transactions transactions;
    private final PolicyTable table;
    private final Cache<UUID, PolicySnapshot> kept =
            Caffeine.newBuilder().maximumSize(TENANTS).expireAfterWrite(AT_MOST).build();
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean hearing;

    Policies(Transactions transactions, PolicyTable table) {
        this.transactions = transactions;
        this.table = table;
    }

    /** What the caller may do now; reads the database only when the tenant's constraints are not in memory. */
    public Uni<Rights> of(Caller caller) {
        PolicySnapshot known = kept.getIfPresent(caller.tenantId());
        return known == null
                ? load(caller.tenantId()).map(snapshot -> rights(snapshot, caller))
                : Uni.createFrom().item(rights(known, caller));
    }

    synchronized void changed(UUID tenant) {
        changes.incrementAndGet();
        kept.invalidate(tenant);
    }

    /** Begins anew: whatever was said before may have been missed. */
    synchronized void hearing(boolean now) {
        changes.incrementAndGet();
        kept.invalidateAll();
        hearing = now;
    }

    private Uni<PolicySnapshot> load(UUID tenant) {
        return Uni.createFrom().deferred(() -> {
            long before = changes.get();
            return transactions.run(tenant, table::load).invoke(loaded -> keep(tenant, loaded, before));
        });
    }

    /** Unless something was said while it was read: then the next request reads again. */
    private synchronized void keep(UUID tenant, PolicySnapshot loaded, long before) {
        if (hearing && changes.get() == before) {
            kept.put(tenant, loaded);
        }
    }

    private static Rights rights(PolicySnapshot snapshot, Caller caller) {
        return snapshot.of(caller.userId(), caller.roles());
    }
}
