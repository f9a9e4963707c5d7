package io.deskgraph.gateway.user;

import io.deskgraph.contracts.identity.UserState;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and changes the tenant's users. */
@Singleton
class UserService {

    private static final String FOUND =
            " AND ($2::text IS NULL OR strpos(lower(concat_ws(' ', u.first_name, u.last_name, u.email)), lower($2)) > 0)";

    private static final String PAGE = UserTable.SELECT + FOUND + " ORDER BY lower(u.email), u.id LIMIT $3 OFFSET $4";

    private static final String COUNT = "SELECT count(*) AS total FROM users u WHERE u.tenant_id = $1" + FOUND;

    private final Transactions transactions;
    private final CurrentRequest request;
    private final UserTable table;
    private final UserWrites writes;
    private final UserDrafts drafts;

    UserService(
            Transactions transactions, CurrentRequest request, UserTable table, UserWrites writes, UserDrafts drafts) {
        this.transactions = transactions;
        this.request = request;
        this.table = table;
        this.writes = writes;
        this.drafts = drafts;
    }

    Uni<UserPage> page(@Nullable String search, PageRequest page) {
        return transactions.run(tx -> tx.sql(PAGE, tx.tenant(), search, (long) page.limit(), page.offset())
                .map(UserTable::states)
                .chain(users -> tx.sql(COUNT, tx.tenant(), search)
                        .map(rows -> new UserPage(users, rows.iterator().next().getLong("total")))));
    }

    Uni<UserState> find(UUID id) {
        return transactions
                .read(UserTable.SELECT + " AND u.id = $2", request.tenantId(), id)
                .map(UserTable::states)
                .map(UserService::only);
    }

    Uni<UserState> create(Tx tx, UserRequest body) {
        return writes.create(tx, drafts.first(body), UserService::unknownRole);
    }

    Uni<UserState> update(Tx tx, UUID id, Sent<UserRequest> body, IfMatch condition) {
        return lock(tx, id, condition)
                .chain(before -> writes.update(tx, before, drafts.next(before, body), UserService::unknownRole));
    }

    Uni<Void> deactivate(Tx tx, UUID id, IfMatch condition) {
        return lock(tx, id, condition)
                .invoke(this::refuseOneself)
                .chain(before -> writes.update(tx, before, inactive(before), UserService::unknownRole))
                .replaceWithVoid();
    }

    private Uni<UserState> lock(Tx tx, UUID id, IfMatch condition) {
        return table.lock(tx, List.of(id)).map(UserService::only).invoke(user -> condition.require(user.version()));
    }

    private void refuseOneself(UserState user) {
        if (user.userId().equals(request.caller().userId())) {
            throw Problem.conflict("You cannot deactivate yourself");
        }
    }

    private static UserState inactive(UserState user) {
        return new UserState(
                user.userId(),
                user.username(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.userType(),
                user.roles(),
                true,
                user.createdAt(),
                user.updatedAt(),
                user.version());
    }

    private static UserState only(List<UserState> found) {
        if (found.isEmpty()) {
            throw Problem.notFound("User not found");
        }
        return found.get(0);
    }

    private static Problem unknownRole(String name) {
        return Problem.invalid("Validation failed", List.of(Detail.of("roles", "Unknown role " + name)));
    }

    record UserPage(List<UserState> users, long total) {}
}
