package io.deskgraph.gateway.role;

import io.deskgraph.contracts.identity.RoleState;
import io.deskgraph.gateway.identity.Stamp;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The roles' rows and their permissions. */
@Singleton
class RoleTable {

    static final String SELECT = """
            SELECT r.id, r.name, r.description, r.source, r.source_identifier, r.mfa_required, r.created_at, r.updated_at,
                   r.version,
                   ARRAY(SELECT p.permission FROM role_permissions p
                         WHERE p.tenant_id = r.tenant_id AND p.role_id = r.id ORDER BY p.permission) AS permissions
            FROM roles r
            WHERE r.tenant_id = $1""";

    private static final String INSERT = """
            INSERT INTO roles (tenant_id, id, name, description, source, source_identifier, mfa_required, created_at,
                               created_by, updated_at, updated_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $9)""";

    private static final String UPDATE = """
            UPDATE roles SET name = $3, description = $4, source_identifier = $5, mfa_required = $6, updated_at = $7,
                             updated_by = $8, version = $9
            WHERE tenant_id = $1 AND id = $2""";

    private static final String LEAVE = """
            DELETE FROM role_permissions WHERE tenant_id = $1 AND role_id = $2 AND permission <> ALL ($3::text[])""";

    private static final String ENTER = """
            INSERT INTO role_permissions (tenant_id, role_id, permission)
            SELECT $1, $2, permission FROM unnest($3::text[]) AS permission
            ON CONFLICT ON CONSTRAINT role_permissions_pk DO NOTHING""";

    Uni<@Nullable StoredRole> lock(Tx tx, UUID id) {
        return tx.sql(SELECT + " AND r.id = $2 FOR UPDATE OF r", tx.tenant(), id)
                .map(RoleTable::single);
    }

    Uni<@Nullable StoredRole> lock(Tx tx, String name) {
        return tx.sql(SELECT + " AND r.name = $2 FOR UPDATE OF r", tx.tenant(), name)
                .map(RoleTable::single);
    }

    /** @param taken the refusal when another role has this name */
    Uni<Void> insert(Tx tx, StoredRole role, UUID by, Supplier<? extends Throwable> taken) {
        RoleState state = role.state();
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        state.roleId(),
                        state.roleName(),
                        state.description(),
                        role.source(),
                        role.sourceIdentifier(),
                        role.mfaRequired(),
                        new Stamp(state.createdAt()).column(),
                        by)
                .onFailure(RoleTable::isTaken)
                .transform(failure -> taken.get())
                .chain(() -> permit(tx, state));
    }

    Uni<Void> update(Tx tx, StoredRole role, UUID by, Supplier<? extends Throwable> taken) {
        RoleState state = role.state();
        return tx.sql(
                        UPDATE,
                        tx.tenant(),
                        state.roleId(),
                        state.roleName(),
                        state.description(),
                        role.sourceIdentifier(),
                        role.mfaRequired(),
                        new Stamp(state.updatedAt()).column(),
                        by,
                        (int) state.version())
                .onFailure(RoleTable::isTaken)
                .transform(failure -> taken.get())
                .chain(() -> tx.sql(LEAVE, tx.tenant(), state.roleId(), permissions(state)))
                .chain(() -> permit(tx, state));
    }

    Uni<Void> delete(Tx tx, UUID id) {
        return tx.sql("DELETE FROM roles WHERE tenant_id = $1 AND id = $2", tx.tenant(), id)
                .replaceWithVoid();
    }

    Uni<List<UUID>> holders(Tx tx, UUID id) {
        return tx.sql("SELECT user_id FROM user_roles WHERE tenant_id = $1 AND role_id = $2", tx.tenant(), id)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("user_id"))
                        .toList());
    }

    static List<StoredRole> roles(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RoleTable::role)
                .toList();
    }

    private static @Nullable StoredRole single(RowSet<Row> rows) {
        return rows.rowCount() == 0 ? null : role(rows.iterator().next());
    }

    private static StoredRole role(Row row) {
        RoleState state = new RoleState(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("description"),
                List.of(row.getArrayOfStrings("permissions")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
        return new StoredRole(
                state, row.getString("source"), row.getString("source_identifier"), row.getBoolean("mfa_required"));
    }

    private static Uni<Void> permit(Tx tx, RoleState state) {
        return tx.sql(ENTER, tx.tenant(), state.roleId(), permissions(state)).replaceWithVoid();
    }

    private static String[] permissions(RoleState state) {
        return state.permissions().toArray(String[]::new);
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException refused && "roles_name_uk".equals(refused.getConstraint());
    }
}
