package io.deskgraph.gateway.user;

import io.deskgraph.contracts.identity.UserState;
import io.deskgraph.gateway.link.Fields;
import io.deskgraph.gateway.link.Items;
import io.deskgraph.gateway.link.ItemsQuery;
import io.deskgraph.gateway.user.UserRolesResource.UserRolesItem;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Gives roles to users and takes them away. */
@Singleton
class UserRoles {

    private static final String LIST = """
            SELECT u.email, array_agg(r.name ORDER BY r.name) AS roles, min(ur.created_at) AS created_on
            FROM users u
            JOIN user_roles ur ON ur.tenant_id = u.tenant_id AND ur.user_id = u.id
            JOIN roles r ON r.tenant_id = u.tenant_id AND r.id = ur.role_id
            WHERE u.tenant_id = $1 AND ($2::text IS NULL OR lower(u.email) > lower($2))
            GROUP BY u.id, u.email ORDER BY lower(u.email) LIMIT $3""";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final UserTable table;
    private final UserWrites writes;

    UserRoles(Transactions transactions, CurrentRequest request, UserTable table, UserWrites writes) {
        this.transactions = transactions;
        this.request = request;
        this.table = table;
        this.writes = writes;
    }

    Uni<Items<UserRolesItem>> list(ItemsQuery wanted) {
        return transactions
                .read(LIST, request.tenantId(), wanted.after(), wanted.limit() + 1L)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(UserRoles::item)
                        .toList())
                .map(items -> Items.page(items, wanted.limit(), UserRolesItem::userId));
    }

    /** Refused whole when the user holds one of them already. */
    Uni<String> add(Tx tx, @Nullable String userId, @Nullable List<String> names) {
        List<String> wanted = names(names);
        return user(tx, userId).chain(user -> {
            if (user.roles().stream().anyMatch(wanted::contains)) {
                throw Problem.invalid("One or more roles already exist for this user");
            }
            return store(tx, user, wanted, user.roles());
        });
    }

    Uni<String> set(Tx tx, @Nullable String userId, @Nullable List<String> names) {
        List<String> wanted = names != null && names.isEmpty() ? List.of() : names(names);
        return user(tx, userId).chain(user -> store(tx, user, wanted, List.of()));
    }

    private Uni<String> store(Tx tx, UserState user, Collection<String> wanted, Collection<String> kept) {
        TreeSet<String> roles = new TreeSet<>(wanted);
        roles.addAll(kept);
        UserState after = new UserState(
                user.userId(),
                user.username(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.userType(),
                List.copyOf(roles),
                user.isInactive(),
                user.createdAt(),
                user.updatedAt(),
                user.version());
        return writes.update(tx, user, after, UserRoles::unknownRole).map(UserState::username);
    }

    private Uni<UserState> user(Tx tx, @Nullable String userId) {
        String name = Fields.userId("userId", userId);
        return table.named(tx, name).map(found -> {
            if (found.isEmpty()) {
                throw Fields.refused("userId", "User '" + name + "' does not exist");
            }
            return found.get(0);
        });
    }

    private static List<String> names(@Nullable List<String> names) {
        if (names == null || names.isEmpty()) {
            throw Fields.refused("roleName", "roleName is a required field.");
        }
        names.forEach(name -> Fields.objectName("roleName", name));
        return names;
    }

    private static Problem unknownRole(String name) {
        return Fields.refused("roleName", "VAMS General Error: Role '" + name + "' does not exist in the system");
    }

    private static UserRolesItem item(Row row) {
        return new UserRolesItem(
                row.getString("email"),
                List.of(row.getArrayOfStrings("roles")),
                row.getOffsetDateTime("created_on").toInstant());
    }
}
