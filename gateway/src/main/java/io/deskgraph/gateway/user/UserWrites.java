package io.deskgraph.gateway.user;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.UserState;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.gateway.identity.Ledger;
import io.deskgraph.gateway.key.KeyRevocations;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stores users and tells of it; the one place where a user's version moves. */
@Singleton
public class UserWrites {

    private final UserTable table;
    private final KeyRevocations keys;
    private final Ledger ledger;
    private final Author author;

    UserWrites(UserTable table, KeyRevocations keys, Ledger ledger, Author author) {
        this.table = table;
        this.keys = keys;
        this.ledger = ledger;
        this.author = author;
    }

    /** @param unknown the refusal for a role that does not exist, by its name */
    Uni<UserState> create(Tx tx, UserState user, Function<String, Problem> unknown) {
        return requireRoles(tx, user.roles(), unknown)
                .chain(() -> table.insert(tx, user, author.id()))
                .chain(() -> ledger.enter(tx, fact(EventTypes.USER_CREATED, user, EventPayload.created(user))))
                .replaceWith(user);
    }

    /** Changes nothing, not even the version, when the user is so already. Who becomes inactive loses all keys. */
    Uni<UserState> update(Tx tx, UserState before, UserState wanted, Function<String, Problem> unknown) {
        if (Changes.between(before, wanted).isEmpty()) {
            return Uni.createFrom().item(before);
        }
        UserState after = next(wanted, wanted.roles(), before.version() + 1);
        Set<String> given = new TreeSet<>(after.roles());
        before.roles().forEach(given::remove);
        return requireRoles(tx, given, unknown)
                .chain(() -> table.update(tx, after, author.id()))
                .chain(() -> tell(tx, before, after))
                .chain(() -> after.isInactive() && !before.isInactive() ? keys.ofUser(tx, after.userId()) : done())
                .replaceWith(after);
    }

    /** Does something to roles that these users hold, and moves on those users whose roles are others afterwards. */
    public Uni<Void> whileRolesChange(Tx tx, Collection<UUID> users, Supplier<Uni<Void>> change) {
        return table.lock(tx, users).call(change::get).chain(before -> table.lock(tx, users)
                .chain(after -> moveOn(tx, before, after)));
    }

    private Uni<Void> moveOn(Tx tx, List<UserState> before, List<UserState> after) {
        Map<UUID, UserState> old = new HashMap<>();
        before.forEach(user -> old.put(user.userId(), user));
        List<UserState> changed = new ArrayList<>(after);
        changed.removeIf(user -> user.roles().equals(known(old, user).roles()));
        return Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUniAndConcatenate(user -> moveOn(tx, known(old, user), user))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> moveOn(Tx tx, UserState before, UserState user) {
        UserState after = next(user, user.roles(), before.version() + 1);
        return table.update(tx, after, author.id()).chain(() -> tell(tx, before, after));
    }

    private static UserState known(Map<UUID, UserState> users, UserState user) {
        return users.getOrDefault(user.userId(), user);
    }

    private Uni<Void> tell(Tx tx, UserState before, UserState after) {
        return ledger.enter(tx, fact(EventTypes.USER_UPDATED, after, EventPayload.changed(before, after)));
    }

    /** Each exists, and its permissions are the caller's own. */
    private Uni<Void> requireRoles(Tx tx, Collection<String> names, Function<String, Problem> unknown) {
        return names.isEmpty()
                ? done()
                : table.roles(tx, names)
                        .invoke(found -> requireAll(names, found, unknown))
                        .replaceWithVoid();
    }

    private void requireAll(Collection<String> names, RowSet<Row> found, Function<String, Problem> unknown) {
        Set<String> missing = new TreeSet<>(names);
        Set<String> permissions = new HashSet<>();
        for (Row row : found) {
            missing.remove(row.getString("name"));
            permissions.addAll(Arrays.asList(row.getArrayOfStrings("permissions")));
        }
        missing.stream().findFirst().ifPresent(name -> {
            throw unknown.apply(name);
        });
        author.requireOwn(permissions);
    }

    private UserState next(UserState user, List<String> roles, long version) {
        return new UserState(
                user.userId(),
                user.username(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.userType(),
                roles,
                user.isInactive(),
                user.createdAt(),
                author.now().instant(),
                version);
    }

    private static Fact fact(String type, UserState user, EventPayload<UserState> payload) {
        return Fact.of(Topics.IDENTITY, type, user.userId(), user.version(), payload);
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
