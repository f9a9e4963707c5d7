package io.deskgraph.gateway.role;

import io.deskgraph.contracts.DefaultRoles;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.RoleState;
import io.deskgraph.gateway.constraint.RolesInConstraints;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.gateway.identity.Ledger;
import io.deskgraph.gateway.user.UserWrites;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Stores roles, takes users and constraints along, and tells of all of it. */
@Singleton
class RoleWrites {

    private final RoleTable table;
    private final UserWrites users;
    private final RolesInConstraints constraints;
    private final Ledger ledger;
    private final Author author;

    RoleWrites(RoleTable table, UserWrites users, RolesInConstraints constraints, Ledger ledger, Author author) {
        this.table = table;
        this.users = users;
        this.constraints = constraints;
        this.ledger = ledger;
        this.author = author;
    }

    /** @param taken the refusal when another role has this name */
    Uni<StoredRole> create(Tx tx, StoredRole role, Supplier<? extends Throwable> taken) {
        author.requireOwn(role.state().permissions());
        return table.insert(tx, role, author.id(), taken)
                .chain(() -> ledger.enter(
                        tx, fact(EventTypes.ROLE_CREATED, role.state(), EventPayload.created(role.state()))))
                .replaceWith(role);
    }

    Uni<StoredRole> update(Tx tx, StoredRole before, StoredRole wanted, Supplier<? extends Throwable> taken) {
        Map<String, Change> changes = before.changesTo(wanted);
        if (changes.isEmpty()) {
            return Uni.createFrom().item(before);
        }
        refuseAdmin(before);
        Set<String> added = new TreeSet<>(wanted.state().permissions());
        before.state().permissions().forEach(added::remove);
        author.requireOwn(added);
        StoredRole after = next(wanted, before.state().version() + 1);
        boolean renamed = !before.state().roleName().equals(after.state().roleName());
        return (renamed ? rename(tx, before, after, taken) : table.update(tx, after, author.id(), taken))
                .chain(() -> ledger.enter(
                        tx, fact(EventTypes.ROLE_UPDATED, after.state(), new EventPayload<>(after.state(), changes))))
                .replaceWith(after);
    }

    Uni<Void> delete(Tx tx, StoredRole role) {
        refuseAdmin(role);
        RoleState state = role.state();
        Fact gone = Fact.of(
                Topics.IDENTITY, EventTypes.ROLE_DELETED, state.roleId(), state.version() + 1, EventPayload.deleted());
        return table.holders(tx, state.roleId())
                .chain(holders -> users.whileRolesChange(tx, holders, () -> table.delete(tx, state.roleId())))
                .chain(() -> constraints.removed(tx, state.roleName()))
                .chain(() -> ledger.enter(tx, gone));
    }

    private Uni<Void> rename(Tx tx, StoredRole before, StoredRole after, Supplier<? extends Throwable> taken) {
        return table.holders(tx, before.state().roleId())
                .chain(holders ->
                        users.whileRolesChange(tx, holders, () -> table.update(tx, after, author.id(), taken)))
                .chain(() -> constraints.renamed(
                        tx, before.state().roleName(), after.state().roleName()));
    }

    private StoredRole next(StoredRole wanted, long version) {
        RoleState state = wanted.state();
        return new StoredRole(
                new RoleState(
                        state.roleId(),
                        state.roleName(),
                        state.description(),
                        state.permissions(),
                        state.createdAt(),
                        author.now().instant(),
                        version),
                wanted.source(),
                wanted.sourceIdentifier(),
                wanted.mfaRequired());
    }

    private static void refuseAdmin(StoredRole role) {
        if (role.state().roleName().equals(DefaultRoles.ADMIN.roleName())) {
            throw Problem.conflict("The Admin role cannot be changed or deleted");
        }
    }

    private static Fact fact(String type, RoleState role, EventPayload<RoleState> payload) {
        return Fact.of(Topics.IDENTITY, type, role.roleId(), role.version(), payload);
    }
}
