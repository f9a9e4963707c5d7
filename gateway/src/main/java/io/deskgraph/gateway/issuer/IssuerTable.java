package io.deskgraph.gateway.issuer;

import io.deskgraph.contracts.identity.IssuerState;
import io.deskgraph.contracts.identity.IssuerState.RoleMapping;
import io.deskgraph.gateway.identity.Stamp;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The issuers' rows and what they say of roles. */
@Singleton
class IssuerTable {

    static final String SELECT = """
            SELECT i.id, i.issuer, i.jwks_url, i.audiences, i.algorithms, i.clock_skew_seconds, i.user_claim, i.role_claim,
                   i.create_users, i.is_enabled, i.created_at, i.updated_at, i.version,
                   g.external_roles, g.mapped_roles, g.default_roles
            FROM jwt_issuers i
            JOIN jwt_issuer_grants g ON g.tenant_id = i.tenant_id AND g.issuer_id = i.id
            WHERE i.tenant_id = $1""";

    private static final String STORE = """
            INSERT INTO jwt_issuers (tenant_id, id, issuer, jwks_url, audiences, algorithms, clock_skew_seconds, user_claim,
                                     role_claim, create_users, is_enabled, created_at, created_by, updated_at, updated_by,
                                     version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $14, $13, $14, $15)
            ON CONFLICT ON CONSTRAINT jwt_issuers_pk DO UPDATE
            SET jwks_url = excluded.jwks_url, audiences = excluded.audiences, algorithms = excluded.algorithms,
                clock_skew_seconds = excluded.clock_skew_seconds, user_claim = excluded.user_claim,
                role_claim = excluded.role_claim, create_users = excluded.create_users,
                is_enabled = excluded.is_enabled, updated_at = excluded.updated_at, updated_by = excluded.updated_by,
                version = excluded.version""";

    private static final String UNMAP = "DELETE FROM jwt_issuer_roles WHERE tenant_id = $1 AND issuer_id = $2";

    private static final String MAP = """
            INSERT INTO jwt_issuer_roles (tenant_id, issuer_id, external_role, role_id)
            SELECT $1, $2, external_role, role_id
            FROM unnest($3::text[], $4::uuid[]) AS mapping (external_role, role_id)""";

    private static final String TAKE_DEFAULTS =
            "DELETE FROM jwt_issuer_default_roles WHERE tenant_id = $1 AND issuer_id = $2";

    private static final String GIVE_DEFAULTS = """
            INSERT INTO jwt_issuer_default_roles (tenant_id, issuer_id, role_id)
            SELECT $1, $2, role_id FROM unnest($3::uuid[]) AS role_id""";

    /** Locks, so that a role that is named cannot go away in the same moment. */
    private static final String ROLES =
            "SELECT r.id, r.name FROM roles r WHERE r.tenant_id = $1 AND r.name = ANY ($2) FOR SHARE";

    private static final String GIVEN = "SELECT DISTINCT permission FROM role_permissions WHERE tenant_id = $1";

    Uni<@Nullable IssuerState> lock(Tx tx, UUID id) {
        return tx.sql(SELECT + " AND i.id = $2 FOR UPDATE OF i", tx.tenant(), id)
                .map(IssuerTable::states)
                .map(found -> found.isEmpty() ? null : found.get(0));
    }

    Uni<Long> count(Tx tx) {
        return tx.sql("SELECT count(*) AS total FROM jwt_issuers WHERE tenant_id = $1", tx.tenant())
                .map(rows -> rows.iterator().next().getLong("total"));
    }

    /** Every permission that any role of the tenant gives. */
    Uni<List<String>> given(Tx tx) {
        return tx.sql(GIVEN, tx.tenant()).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("permission"))
                .toList());
    }

    /** The ids of roles by their names; one that does not exist is missing. */
    Uni<Map<String, UUID>> roles(Tx tx, Collection<String> names) {
        return tx.sql(ROLES, tx.tenant(), names.toArray(String[]::new)).map(rows -> {
            Map<String, UUID> found = new HashMap<>();
            rows.forEach(row -> found.put(row.getString("name"), row.getUUID("id")));
            return found;
        });
    }

    /** @param roles the ids of all roles that it names */
    Uni<Void> store(Tx tx, IssuerState issuer, Map<String, UUID> roles, UUID by) {
        return tx.sql(
                        STORE,
                        tx.tenant(),
                        issuer.issuerId(),
                        issuer.issuer(),
                        issuer.jwksUrl(),
                        issuer.audiences().toArray(String[]::new),
                        issuer.algorithms().toArray(String[]::new),
                        issuer.clockSkewSeconds(),
                        issuer.userClaim(),
                        issuer.roleClaim(),
                        issuer.createUsers(),
                        issuer.isEnabled(),
                        new Stamp(issuer.createdAt()).column(),
                        new Stamp(issuer.updatedAt()).column(),
                        by,
                        (int) issuer.version())
                .onFailure()
                .transform(IssuerTable::explain)
                .chain(() -> tx.sql(UNMAP, tx.tenant(), issuer.issuerId()))
                .chain(() -> map(tx, issuer, roles))
                .chain(() -> tx.sql(TAKE_DEFAULTS, tx.tenant(), issuer.issuerId()))
                .chain(() -> tx.sql(
                        GIVE_DEFAULTS,
                        tx.tenant(),
                        issuer.issuerId(),
                        issuer.defaultRoles().stream().map(roles::get).toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> delete(Tx tx, UUID id) {
        return tx.sql("DELETE FROM jwt_issuers WHERE tenant_id = $1 AND id = $2", tx.tenant(), id)
                .replaceWithVoid();
    }

    static List<IssuerState> states(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(IssuerTable::state)
                .toList();
    }

    private static Uni<RowSet<Row>> map(Tx tx, IssuerState issuer, Map<String, UUID> roles) {
        List<RoleMapping> mappings = issuer.roleMappings();
        return tx.sql(
                MAP,
                tx.tenant(),
                issuer.issuerId(),
                mappings.stream().map(RoleMapping::externalRole).toArray(String[]::new),
                mappings.stream().map(mapping -> roles.get(mapping.role())).toArray(UUID[]::new));
    }

    private static IssuerState state(Row row) {
        return new IssuerState(
                row.getUUID("id"),
                row.getString("issuer"),
                row.getString("jwks_url"),
                List.of(row.getArrayOfStrings("audiences")),
                List.of(row.getArrayOfStrings("algorithms")),
                row.getInteger("clock_skew_seconds"),
                row.getString("user_claim"),
                row.getString("role_claim"),
                mappings(row.getArrayOfStrings("external_roles"), row.getArrayOfStrings("mapped_roles")),
                IssuerDrafts.sorted(List.of(row.getArrayOfStrings("default_roles")), List.of()),
                row.getBoolean("create_users"),
                row.getBoolean("is_enabled"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }

    private static List<RoleMapping> mappings(String[] external, String[] ours) {
        return IntStream.range(0, external.length)
                .mapToObj(i -> new RoleMapping(external[i], ours[i]))
                .sorted(IssuerDrafts.ORDER)
                .toList();
    }

    private static Throwable explain(Throwable failure) {
        boolean taken =
                failure instanceof PgException refused && "jwt_issuers_issuer_uk".equals(refused.getConstraint());
        return taken ? Problem.conflict("This issuer is registered already") : failure;
    }
}
