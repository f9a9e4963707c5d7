package io.deskgraph.gateway.identity;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.HostState;
import io.deskgraph.contracts.identity.TenantSettings;
import io.deskgraph.contracts.identity.TenantSettings.RateLimit;
import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Writes tenants, each with its hosts and settings. */
@ApplicationScoped
public class Tenants {

    private static final String EXISTS = "SELECT 1 FROM tenants WHERE tenant_id = $1";

    private static final String INSERT = """
            INSERT INTO tenants (tenant_id, slug, name, is_msp, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $5)""";

    private static final String INSERT_SETTINGS = """
            INSERT INTO tenant_settings (tenant_id, asset_limit, rate_burst, rate_refill_per_second, qr_base_url,
                                         cors_origins)
            VALUES ($1, $2, $3, $4, $5, $6)""";

    private static final String INSERT_HOSTS = """
            INSERT INTO tenant_hosts (tenant_id, host, created_at)
            SELECT $1, host, $3 FROM unnest($2::text[]) AS host""";

    private final Ledger ledger;
    private final Clock clock;

    Tenants(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public Uni<Boolean> exists(Tx tx) {
        return tx.sql(EXISTS, tx.tenant()).map(rows -> rows.size() > 0);
    }

    public Uni<Void> create(Tx tx, NewTenant tenant) {
        Stamp stamp = Stamp.now(clock);
        return tx.sql(INSERT, tx.tenant(), tenant.slug(), tenant.name(), tenant.msp(), stamp.column())
                .chain(() -> insertSettings(tx, tenant.settings()))
                .chain(() -> tx.sql(INSERT_HOSTS, tx.tenant(), tenant.hosts().toArray(String[]::new), stamp.column()))
                .chain(() -> ledger.enter(tx, created(tenant, stamp)));
    }

    private static Uni<RowSet<Row>> insertSettings(Tx tx, TenantSettings settings) {
        RateLimit rate = settings.rateLimit();
        return tx.sql(
                INSERT_SETTINGS,
                tx.tenant(),
                settings.assetLimit(),
                rate == null ? null : rate.burst(),
                rate == null ? null : rate.refillPerSecond(),
                settings.qrBaseUrl(),
                settings.corsOrigins().toArray(String[]::new));
    }

    private static Fact created(NewTenant tenant, Stamp stamp) {
        TenantState state = new TenantState(
                tenant.tenantId(),
                tenant.slug(),
                tenant.name(),
                tenant.msp(),
                TenantState.ACTIVE,
                tenant.settings(),
                tenant.hosts().stream()
                        .map(host -> new HostState(host, stamp.instant()))
                        .toList(),
                stamp.instant(),
                stamp.instant(),
                1);
        return Fact.of(Topics.IDENTITY, EventTypes.TENANT_CREATED, tenant.tenantId(), 1, EventPayload.created(state));
    }
}
