package io.deskgraph.gateway.registry;

import io.deskgraph.kit.data.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes when keys were last used: every few seconds, one batch for each tenant, never in a request. */
@ApplicationScoped
public class LastUses {

    private static final Logger LOG = Logger.getLogger(LastUses.class);

    private static final String STORE = """
            UPDATE api_keys SET last_used_at = greatest(last_used_at, $3)
            WHERE tenant_id = $1 AND id = $2""";

    private final Registry registry;
    private final Transactions transactions;
    private final Vertx vertx;
    private final RegistryConfig config;

    LastUses(Registry registry, Transactions transactions, Vertx vertx, RegistryConfig config) {
        this.registry = registry;
        this.transactions = transactions;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.storeUses().toMillis(), tick -> storeInBackground());
    }

    /** Stores what is new since the last time. */
    public Uni<Void> store() {
        return Multi.createFrom()
                .items(() -> List.copyOf(registry.snapshot().tenants()).stream())
                .onItem()
                .transformToUniAndConcatenate(this::store)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void storeInBackground() {
        store().subscribe().with(done -> {}, failure -> LOG.warnf("Last uses of keys not stored: %s", failure));
    }

    private Uni<Void> store(Tenant tenant) {
        Map<LastUse, Long> uses = new LinkedHashMap<>();
        List<Tuple> rows = new ArrayList<>();
        for (Credential credential : tenant.credentials()) {
            long used = credential.lastUse().unstored();
            if (used > 0) {
                uses.put(credential.lastUse(), used);
                rows.add(Tuple.of(tenant.id(), credential.keyId(), time(used)));
            }
        }
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(tenant.id(), tx -> tx.batch(STORE, rows))
                .invoke(stored -> uses.forEach(LastUse::stored))
                .replaceWithVoid();
    }

    private static OffsetDateTime time(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }
}
