package io.deskgraph.gateway.tenant;

import io.deskgraph.contracts.identity.HostState;
import io.deskgraph.contracts.identity.TenantSettings;
import io.deskgraph.contracts.identity.TenantSettings.RateLimit;
import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.gateway.identity.Stamp;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The tenants' rows with their hosts and settings. */
@Singleton
class TenantTable {

    static final String COLUMNS = """
            t.tenant_id, t.slug, t.name, t.is_msp, t.status, t.created_at, t.updated_at, t.version, t.asset_limit,
            t.rate_burst, t.rate_refill_per_second, t.qr_base_url, t.cors_origins, t.hosts""";

    private static final String LOCK = "SELECT 1 FROM tenants WHERE tenant_id = $1 FOR UPDATE";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM tenant_states t WHERE t.tenant_id = $1";

    private static final String UPDATE = """
            UPDATE tenants SET name = $2, status = $3, suspended_at = CASE WHEN $3 = 'suspended' THEN $4::timestamptz END,
                               updated_at = $4, updated_by = $5, version = $6
            WHERE tenant_id = $1""";

    private static final String UPDATE_SETTINGS = """
            UPDATE tenant_settings SET asset_limit = $2, rate_burst = $3, rate_refill_per_second = $4, qr_base_url = $5,
                                       cors_origins = $6
            WHERE tenant_id = $1""";

    private static final String LEAVE_HOSTS = "DELETE FROM tenant_hosts WHERE tenant_id = $1 AND host <> ALL ($2)";

    private static final String ENTER_HOSTS = """
            INSERT INTO tenant_hosts (tenant_id, host, created_at, created_by)
            SELECT $1, host, $3, $4 FROM unnest($2::text[]) AS host
            ON CONFLICT ON CONSTRAINT tenant_hosts_pk DO NOTHING""";

    /** Null for a tenant that does not exist. */
    Uni<@Nullable TenantState> lock(Tx tx) {
        return tx.sql(LOCK, tx.tenant())
                .chain(() -> tx.sql(SELECT, tx.tenant()))
                .map(TenantTable::states)
                .map(found -> found.isEmpty() ? null : found.get(0));
    }

    Uni<Void> update(Tx tx, TenantState tenant, UUID by) {
        String[] hosts = tenant.hosts().stream().map(HostState::host).toArray(String[]::new);
        var time = new Stamp(tenant.updatedAt()).column();
        return tx.sql(UPDATE, tx.tenant(), tenant.name(), tenant.status(), time, by, (int) tenant.version())
                .chain(() -> updateSettings(tx, tenant.settings()))
                .chain(() -> tx.sql(LEAVE_HOSTS, tx.tenant(), hosts))
                .chain(() -> tx.sql(ENTER_HOSTS, tx.tenant(), hosts, time, by))
                .onFailure()
                .transform(TenantTable::explain)
                .replaceWithVoid();
    }

    /** A name that is taken is told by its constraint. */
    static Throwable explain(Throwable failure) {
        String constraint = failure instanceof PgException refused ? refused.getConstraint() : null;
        if ("tenants_slug_uk".equals(constraint)) {
            return Problem.conflict("A tenant with this slug already exists");
        }
        return "tenant_hosts_host_uk".equals(constraint)
                ? Problem.conflict("This host leads to a tenant already")
                : failure;
    }

    static List<TenantState> states(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(TenantTable::state)
                .toList();
    }

    private static Uni<Void> updateSettings(Tx tx, TenantSettings settings) {
        RateLimit rate = settings.rateLimit();
        return tx.sql(
                        UPDATE_SETTINGS,
                        tx.tenant(),
                        settings.assetLimit(),
                        rate == null ? null : rate.burst(),
                        rate == null ? null : rate.refillPerSecond(),
                        settings.qrBaseUrl(),
                        settings.corsOrigins().toArray(String[]::new))
                .replaceWithVoid();
    }

    private static TenantState state(Row row) {
        return new TenantState(
                row.getUUID("tenant_id"),
                row.getString("slug"),
                row.getString("name"),
                row.getBoolean("is_msp"),
                row.getString("status"),
                settings(row),
                hosts(row.getJsonArray("hosts")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }

    private static TenantSettings settings(Row row) {
        Integer burst = row.getInteger("rate_burst");
        return new TenantSettings(
                row.getLong("asset_limit"),
                burst == null ? null : new RateLimit(burst, row.getInteger("rate_refill_per_second")),
                row.getString("qr_base_url"),
                List.of(row.getArrayOfStrings("cors_origins")));
    }

    private static List<HostState> hosts(JsonArray hosts) {
        return hosts.stream()
                .map(JsonObject.class::cast)
                .map(host -> new HostState(host.getString("host"), Instant.parse(host.getString("created_at"))))
                .toList();
    }
}
