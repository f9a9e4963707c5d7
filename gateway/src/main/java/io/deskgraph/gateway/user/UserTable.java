package io.deskgraph.gateway.user;

import io.deskgraph.contracts.identity.UserState;
import io.deskgraph.gateway.identity.Stamp;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The users' rows and their roles. */
@Singleton
class UserTable {

    static final String SELECT = """
            SELECT u.id, u.email, u.first_name, u.last_name, u.user_type, u.is_inactive, u.created_at, u.updated_at, u.version,
                   ARRAY(SELECT r.name FROM user_roles ur JOIN roles r ON r.tenant_id = ur.tenant_id AND r.id = ur.role_id
                         WHERE ur.tenant_id = u.tenant_id AND ur.user_id = u.id ORDER BY r.name) AS roles
            FROM users u
            WHERE u.tenant_id = $1""";

    private static final String INSERT = """
            INSERT INTO users (tenant_id, id, email, first_name, last_name, user_type, is_inactive, created_at, created_by,
                               updated_at, updated_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $9)""";

    private static final String UPDATE = """
            UPDATE users SET email = $3, first_name = $4, last_name = $5, user_type = $6, is_inactive = $7, updated_at = $8,
                             updated_by = $9, version = $10
            WHERE tenant_id = $1 AND id = $2""";

    private static final String LEAVE_ROLES = """
            DELETE FROM user_roles ur USING roles r
            WHERE ur.tenant_id = $1 AND ur.user_id = $2 AND r.tenant_id = $1 AND r.id = ur.role_id AND r.name <> ALL ($3)""";

    private static final String ENTER_ROLES = """
            INSERT INTO user_roles (tenant_id, user_id, role_id, created_at, created_by)
            SELECT $1, $2, r.id, $4, $5 FROM roles r WHERE r.tenant_id = $1 AND r.name = ANY ($3)
            ON CONFLICT ON CONSTRAINT user_roles_pk DO NOTHING""";

    /** Locks, so that a role that is given cannot go away in the same moment. */
    private static final String ROLES = """
            SELECT r.name, ARRAY(SELECT p.permission FROM role_permissions p
                                 WHERE p.tenant_id = r.tenant_id AND p.role_id = r.id) AS permissions
            FROM roles r WHERE r.tenant_id = $1 AND r.name = ANY ($2) FOR SHARE""";

    Uni<List<UserState>> lock(Tx tx, Collection<UUID> ids) {
        return tx.sql(
                        SELECT + " AND u.id = ANY ($2) ORDER BY u.id FOR UPDATE OF u",
                        tx.tenant(),
                        ids.toArray(UUID[]::new))
                .map(UserTable::states);
    }

    /** @param name an e-mail address or a UUID */
    Uni<List<UserState>> named(Tx tx, String name) {
        return tx.sql(
                        SELECT + " AND (lower(u.email) = lower($2) OR u.id::text = lower($2)) FOR UPDATE OF u",
                        tx.tenant(),
                        name)
                .map(UserTable::states);
    }

    Uni<Void> insert(Tx tx, UserState user, UUID by) {
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        user.userId(),
                        user.email(),
                        user.firstName(),
                        user.lastName(),
                        user.userType(),
                        user.isInactive(),
                        new Stamp(user.createdAt()).column(),
                        by)
                .onFailure()
                .transform(UserTable::explain)
                .chain(() -> enter(tx, user, by));
    }

    Uni<Void> update(Tx tx, UserState user, UUID by) {
        return tx.sql(
                        UPDATE,
                        tx.tenant(),
                        user.userId(),
                        user.email(),
                        user.firstName(),
                        user.lastName(),
                        user.userType(),
                        user.isInactive(),
                        new Stamp(user.updatedAt()).column(),
                        by,
                        (int) user.version())
                .onFailure()
                .transform(UserTable::explain)
                .chain(() -> tx.sql(
                        LEAVE_ROLES, tx.tenant(), user.userId(), user.roles().toArray(String[]::new)))
                .chain(() -> enter(tx, user, by));
    }

    /** The permissions of roles, by their names; a role that does not exist is missing. */
    Uni<RowSet<Row>> roles(Tx tx, Collection<String> names) {
        return tx.sql(ROLES, tx.tenant(), names.toArray(String[]::new));
    }

    static List<UserState> states(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(UserTable::state)
                .toList();
    }

    static UserState state(Row row) {
        return new UserState(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("user_type"),
                List.of(row.getArrayOfStrings("roles")),
                row.getBoolean("is_inactive"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }

    private static Uni<Void> enter(Tx tx, UserState user, UUID by) {
        return tx.sql(
                        ENTER_ROLES,
                        tx.tenant(),
                        user.userId(),
                        user.roles().toArray(String[]::new),
                        new Stamp(user.updatedAt()).column(),
                        by)
                .replaceWithVoid();
    }

    private static Throwable explain(Throwable failure) {
        boolean taken = failure instanceof PgException refused && "users_email_uk".equals(refused.getConstraint());
        return taken ? Problem.conflict("A user with this e-mail address already exists") : failure;
    }
}
