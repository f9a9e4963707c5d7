package io.deskgraph.gateway.registry;

import io.deskgraph.gateway.apikey.KeyHash;
import io.deskgraph.gateway.limit.Rate;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads tenants and usable keys under the system role, which may read them for all tenants and write nothing. */
final class RegistryTables implements AutoCloseable {

    private static final String TENANTS = """
            SELECT t.tenant_id, t.slug, t.is_msp, t.status = 'suspended' AS suspended,
                   ARRAY(SELECT h.host FROM tenant_hosts h WHERE h.tenant_id = t.tenant_id) AS hosts,
                   s.rate_burst, s.rate_refill_per_second, s.cors_origins
            FROM tenants t
            LEFT JOIN tenant_settings s ON s.tenant_id = t.tenant_id
            WHERE ?::uuid IS NULL OR t.tenant_id = ?""";

    // A rotated key has two hashes for a while, each with an end of its own.
    private static final String GRANTS = """
            SELECT k.tenant_id, k.id, secret.hash, secret.expires_at, k.allowed_ips, u.id AS user_id,
                   coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.email) AS user_name,
                   ARRAY(SELECT r.name FROM user_roles ur
                         JOIN roles r ON r.tenant_id = ur.tenant_id AND r.id = ur.role_id
                         WHERE ur.tenant_id = u.tenant_id AND ur.user_id = u.id ORDER BY r.name) AS roles,
                   ARRAY(SELECT DISTINCT rp.permission FROM user_roles ur
                         JOIN role_permissions rp ON rp.tenant_id = ur.tenant_id AND rp.role_id = ur.role_id
                         WHERE ur.tenant_id = u.tenant_id AND ur.user_id = u.id
                           AND (k.scopes IS NULL OR rp.permission = ANY (k.scopes)) ORDER BY rp.permission) AS permissions
            FROM api_keys k
            JOIN users u ON u.tenant_id = k.tenant_id AND u.id = k.user_id
            CROSS JOIN LATERAL (VALUES (k.key_hash, k.expires_at),
                                       (k.previous_hash, least(k.previous_valid_until, k.expires_at)))
                               AS secret (hash, expires_at)
            WHERE secret.hash IS NOT NULL AND k.revoked_at IS NULL AND NOT u.is_inactive AND u.user_type = 'internal'
              AND (?::uuid IS NULL OR k.tenant_id = ?)""";

    private final Connection connection;

    RegistryTables(Connection connection) {
        this.connection = connection;
    }

    /** All tenants; entries of the snapshot before live on where nothing changed. */
    Snapshot all(Snapshot before) throws SQLException {
        return Snapshot.of(read(null, before));
    }

    /** The tenants named, null where one is gone. */
    Map<UUID, @Nullable Tenant> some(Iterable<UUID> ids, Snapshot before) throws SQLException {
        Map<UUID, @Nullable Tenant> found = new HashMap<>();
        for (UUID id : ids) {
            found.put(id, read(id, before).get(id));
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Map<UUID, Tenant> read(@Nullable UUID id, Snapshot before) throws SQLException {
        Map<UUID, List<Grant>> grants = new HashMap<>();
        for (Grant grant : query(GRANTS, id, RegistryTables::grant)) {
            grants.computeIfAbsent(grant.tenantId(), tenant -> new ArrayList<>())
                    .add(grant);
        }
        Map<UUID, Directory> directories = new DirectoryTables(this).read(id);
        Map<UUID, Tenant> tenants = new HashMap<>();
        for (TenantRow row : query(TENANTS, id, RegistryTables::tenant)) {
            List<Grant> own = grants.getOrDefault(row.id(), List.of());
            Directory directory = directories.getOrDefault(row.id(), Directory.EMPTY);
            tenants.put(row.id(), Tenant.of(row, own, directory, before.byId(row.id())));
        }
        return tenants;
    }

    <T> List<T> query(String sql, @Nullable UUID id, Mapping<T> mapping) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setObject(2, id);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(mapping.of(row));
                }
            }
            return found;
        }
    }

    private static TenantRow tenant(ResultSet row) throws SQLException {
        return new TenantRow(
                row.getObject("tenant_id", UUID.class),
                row.getString("slug"),
                row.getBoolean("is_msp"),
                row.getBoolean("suspended"),
                texts(row.getArray("hosts")),
                rate(row),
                Set.copyOf(texts(row.getArray("cors_origins"))));
    }

    private static @Nullable Rate rate(ResultSet row) throws SQLException {
        int burst = row.getInt("rate_burst");
        return row.wasNull() ? null : new Rate(burst, row.getInt("rate_refill_per_second"));
    }

    private static Grant grant(ResultSet row) throws SQLException {
        Timestamp expires = row.getTimestamp("expires_at");
        return new Grant(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                KeyHash.of(row.getBytes("hash")),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                texts(row.getArray("roles")),
                texts(row.getArray("permissions")),
                texts(row.getArray("allowed_ips")),
                expires == null ? Long.MAX_VALUE : expires.getTime());
    }

    static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }
}
