package io.deskgraph.gateway.constraint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.GroupPermission;
import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import io.deskgraph.contracts.identity.PolicyState.UserPermission;
import io.deskgraph.gateway.identity.Stamp;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The constraints' rows and their grants. */
@Singleton
class ConstraintTable {

    static final String SELECT = """
            SELECT p.id, p.identifier, p.name, p.description, p.object_type, p.criteria_and::text AS criteria_and,
                   p.criteria_or::text AS criteria_or, p.created_at, p.updated_at, p.version,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('group_id', g.grantee, 'permission', g.verb,
                                                                 'permission_type', g.effect)
                                              ORDER BY g.grantee COLLATE "C", g.verb, g.effect), '[]')
                    FROM policy_grants g WHERE g.tenant_id = p.tenant_id AND g.policy_id = p.id
                                           AND g.grantee_type = 'role')::text AS groups,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('user_id', g.grantee, 'permission', g.verb,
                                                                 'permission_type', g.effect)
                                              ORDER BY g.grantee COLLATE "C", g.verb, g.effect), '[]')
                    FROM policy_grants g WHERE g.tenant_id = p.tenant_id AND g.policy_id = p.id
                                           AND g.grantee_type = 'user')::text AS users
            FROM policies p
            WHERE p.tenant_id = $1""";

    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended('policies' || $1, 0))";

    private static final String STORE = """
            INSERT INTO policies (tenant_id, id, identifier, name, description, object_type, criteria_and, criteria_or,
                                  created_at, created_by, updated_at, updated_by, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8::text::jsonb, $9, $11, $10, $11, $12)
            ON CONFLICT ON CONSTRAINT policies_pk DO UPDATE
            SET name = excluded.name, description = excluded.description, object_type = excluded.object_type,
                criteria_and = excluded.criteria_and, criteria_or = excluded.criteria_or,
                updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = excluded.version""";

    private static final String REVOKE = "DELETE FROM policy_grants WHERE tenant_id = $1 AND policy_id = $2";

    private static final String GRANT = """
            INSERT INTO policy_grants (tenant_id, policy_id, grantee_type, grantee, verb, effect)
            SELECT $1, $2, kind, grantee, verb, effect
            FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS g (kind, grantee, verb, effect)""";

    private static final TypeReference<List<PolicyCriterion>> CRITERIA = new TypeReference<>() {};
    private static final TypeReference<List<GroupPermission>> GROUPS = new TypeReference<>() {};
    private static final TypeReference<List<UserPermission>> USERS = new TypeReference<>() {};

    private final ObjectMapper json;

    ConstraintTable(ObjectMapper json) {
        this.json = json;
    }

    /** Waits until no other transaction writes constraints of the tenant. */
    Uni<Void> takeTurn(Tx tx) {
        return tx.sql(TURN, tx.tenant().toString()).replaceWithVoid();
    }

    Uni<@Nullable PolicyState> find(Tx tx, String identifier) {
        return tx.sql(SELECT + " AND p.identifier = $2", tx.tenant(), identifier)
                .map(rows -> rows.rowCount() == 0 ? null : state(rows.iterator().next()));
    }

    /** A new one, or the present state in place of the one before. */
    Uni<Void> store(Tx tx, PolicyState policy, @Nullable UUID by) {
        return tx.sql(
                        STORE,
                        tx.tenant(),
                        policy.policyId(),
                        policy.identifier(),
                        policy.name(),
                        policy.description(),
                        policy.objectType(),
                        text(policy.criteriaAnd()),
                        text(policy.criteriaOr()),
                        new Stamp(policy.createdAt()).column(),
                        new Stamp(policy.updatedAt()).column(),
                        by,
                        (int) policy.version())
                .chain(() -> tx.sql(REVOKE, tx.tenant(), policy.policyId()))
                .chain(() -> grant(tx, policy));
    }

    Uni<Void> delete(Tx tx, UUID id) {
        return tx.sql("DELETE FROM policies WHERE tenant_id = $1 AND id = $2", tx.tenant(), id)
                .replaceWithVoid();
    }

    List<PolicyState> states(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::state).toList();
    }

    private Uni<Void> grant(Tx tx, PolicyState policy) {
        List<GrantRow> grants = Stream.concat(
                        policy.groupPermissions().stream()
                                .map(to -> new GrantRow("role", to.groupId(), to.permission(), to.permissionType())),
                        policy.userPermissions().stream()
                                .map(to -> new GrantRow(
                                        "user", to.userId().toString(), to.permission(), to.permissionType())))
                .toList();
        return tx.sql(
                        GRANT,
                        tx.tenant(),
                        policy.policyId(),
                        grants.stream().map(GrantRow::kind).toArray(String[]::new),
                        grants.stream().map(GrantRow::grantee).toArray(String[]::new),
                        grants.stream().map(GrantRow::verb).toArray(String[]::new),
                        grants.stream().map(GrantRow::effect).toArray(String[]::new))
                .replaceWithVoid();
    }

    private PolicyState state(Row row) {
        return new PolicyState(
                row.getUUID("id"),
                row.getString("identifier"),
                row.getString("name"),
                row.getString("description"),
                row.getString("object_type"),
                read(row.getString("criteria_and"), CRITERIA),
                read(row.getString("criteria_or"), CRITERIA),
                read(row.getString("groups"), GROUPS),
                read(row.getString("users"), USERS),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored constraint cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A constraint cannot be written", e);
        }
    }

    private record GrantRow(String kind, String grantee, String verb, String effect) {}
}
