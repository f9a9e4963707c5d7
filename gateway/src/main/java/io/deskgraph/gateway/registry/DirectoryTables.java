package io.deskgraph.gateway.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads issuers, and users and roles of those tenants that have one: the others' are not needed. */
final class DirectoryTables {

    private static final String ISSUERS = """
            SELECT i.tenant_id, i.id, i.issuer, i.jwks_url, i.audiences, i.algorithms, i.clock_skew_seconds, i.user_claim,
                   i.role_claim, i.create_users,
                   g.external_roles, g.mapped_roles, g.default_roles
            FROM jwt_issuers i
            JOIN jwt_issuer_grants g ON g.tenant_id = i.tenant_id AND g.issuer_id = i.id
            WHERE i.is_enabled AND (?::uuid IS NULL OR i.tenant_id = ?)""";

    private static final String MEMBERS = """
            SELECT u.tenant_id, u.id, u.email,
                   coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.email) AS user_name,
                   ARRAY(SELECT r.name FROM user_roles ur
                         JOIN roles r ON r.tenant_id = ur.tenant_id AND r.id = ur.role_id
                         WHERE ur.tenant_id = u.tenant_id AND ur.user_id = u.id ORDER BY r.name) AS roles
            FROM users u
            WHERE NOT u.is_inactive AND u.user_type = 'internal'
              AND EXISTS (SELECT FROM jwt_issuers i WHERE i.tenant_id = u.tenant_id AND i.is_enabled)
              AND (?::uuid IS NULL OR u.tenant_id = ?)""";

    private static final String ROLES = """
            SELECT r.tenant_id, r.name,
                   ARRAY(SELECT rp.permission FROM role_permissions rp
                         WHERE rp.tenant_id = r.tenant_id AND rp.role_id = r.id) AS permissions
            FROM roles r
            WHERE EXISTS (SELECT FROM jwt_issuers i WHERE i.tenant_id = r.tenant_id AND i.is_enabled)
              AND (?::uuid IS NULL OR r.tenant_id = ?)""";

    private final RegistryTables tables;

    DirectoryTables(RegistryTables tables) {
        this.tables = tables;
    }

    /** By tenant; nothing for a tenant without an issuer. */
    Map<UUID, Directory> read(@Nullable UUID id) throws SQLException {
        Map<UUID, List<TrustedIssuer>> issuers = group(tables.query(ISSUERS, id, DirectoryTables::issuer));
        if (issuers.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Member>> members = group(tables.query(MEMBERS, id, DirectoryTables::member));
        Map<UUID, List<Permitted>> roles = group(tables.query(ROLES, id, DirectoryTables::role));
        Map<UUID, Directory> found = new HashMap<>();
        issuers.forEach((tenant, own) -> found.put(
                tenant,
                new Directory(
                        own,
                        members.getOrDefault(tenant, List.of()),
                        permissions(roles.getOrDefault(tenant, List.of())))));
        return found;
    }

    private static Map<String, List<String>> permissions(List<Permitted> roles) {
        Map<String, List<String>> found = new HashMap<>();
        roles.forEach(role -> found.put(role.name(), role.permissions()));
        return found;
    }

    private static <T> Map<UUID, List<T>> group(List<Owned<T>> rows) {
        Map<UUID, List<T>> found = new HashMap<>();
        rows.forEach(row ->
                found.computeIfAbsent(row.tenant(), tenant -> new ArrayList<>()).add(row.value()));
        return found;
    }

    private static Owned<TrustedIssuer> issuer(ResultSet row) throws SQLException {
        UUID tenant = row.getObject("tenant_id", UUID.class);
        return new Owned<>(
                tenant,
                new TrustedIssuer(
                        tenant,
                        row.getObject("id", UUID.class),
                        row.getString("issuer"),
                        row.getString("jwks_url"),
                        RegistryTables.texts(row.getArray("audiences")),
                        RegistryTables.texts(row.getArray("algorithms")),
                        row.getInt("clock_skew_seconds"),
                        row.getString("user_claim"),
                        row.getString("role_claim"),
                        mappings(row),
                        RegistryTables.texts(row.getArray("default_roles")),
                        row.getBoolean("create_users")));
    }

    private static Map<String, List<String>> mappings(ResultSet row) throws SQLException {
        List<String> external = RegistryTables.texts(row.getArray("external_roles"));
        List<String> ours = RegistryTables.texts(row.getArray("mapped_roles"));
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (int i = 0; i < external.size(); i++) {
            found.computeIfAbsent(external.get(i), name -> new ArrayList<>()).add(ours.get(i));
        }
        return found;
    }

    private static Owned<Member> member(ResultSet row) throws SQLException {
        return new Owned<>(
                row.getObject("tenant_id", UUID.class),
                new Member(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("user_name"),
                        RegistryTables.texts(row.getArray("roles"))));
    }

    private static Owned<Permitted> role(ResultSet row) throws SQLException {
        return new Owned<>(
                row.getObject("tenant_id", UUID.class),
                new Permitted(row.getString("name"), RegistryTables.texts(row.getArray("permissions"))));
    }

    private record Owned<T>(UUID tenant, T value) {}

    private record Permitted(String name, List<String> permissions) {}
}
