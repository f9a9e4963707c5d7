package io.deskgraph.gateway.constraint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.UserPermission;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.gateway.link.Done.ConstraintDone;
import io.deskgraph.gateway.link.Fields;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creates, replaces and deletes constraints, each by exactly its own name. */
@Singleton
class Constraints {

    private static final String UNKNOWN_ROLES = """
            SELECT 1 FROM unnest($2::text[]) AS wanted
            WHERE NOT EXISTS (SELECT FROM roles r WHERE r.tenant_id = $1 AND r.name = wanted) LIMIT 1""";

    private static final String USERS = """
            SELECT id, lower(email) AS email FROM users
            WHERE tenant_id = $1 AND (lower(email) = ANY ($2) OR id::text = ANY ($2))""";

    private final ConstraintTable table;
    private final ConstraintWrites writes;
    private final Author author;
    private final ObjectMapper json;

    Constraints(ConstraintTable table, ConstraintWrites writes, Author author, ObjectMapper json) {
        this.table = table;
        this.writes = writes;
        this.author = author;
        this.json = json;
    }

    Uni<ConstraintDone> put(Tx tx, String identifier, ConstraintRequest body) {
        ConstraintDraft draft = ConstraintChecks.draft(identifier, body);
        return table.takeTurn(tx)
                .chain(() -> requireRoles(tx, draft))
                .chain(() -> users(tx, draft))
                .chain(users -> table.find(tx, identifier).chain(before -> store(tx, draft, users, before)))
                .map(created -> done(identifier, created, body));
    }

    /** One of an imported template; its role need not exist. */
    Uni<Void> create(Tx tx, ConstraintDraft draft) {
        Instant now = author.now().instant();
        return writes.create(tx, draft.state(Ids.next(), List.of(), now, now, 1), author.id());
    }

    /** Succeeds when there is none. */
    Uni<ConstraintDone> delete(Tx tx, String identifier) {
        Fields.objectName("constraintId", identifier);
        return table.takeTurn(tx)
                .chain(() -> table.find(tx, identifier))
                .chain(found -> found == null ? Uni.createFrom().voidItem() : writes.delete(tx, found))
                .map(deleted -> new ConstraintDone(
                        true,
                        "Constraint " + identifier + " deleted successfully",
                        identifier,
                        "delete",
                        author.now().instant(),
                        null));
    }

    private Uni<Boolean> store(Tx tx, ConstraintDraft draft, List<UserPermission> users, @Nullable PolicyState before) {
        Instant now = author.now().instant();
        if (before == null) {
            return writes.create(tx, draft.state(Ids.next(), users, now, now, 1), author.id())
                    .replaceWith(true);
        }
        PolicyState after = draft.state(before.policyId(), users, before.createdAt(), now, before.version() + 1);
        return writes.update(tx, before, after, author.id()).replaceWith(false);
    }

    private Uni<Void> requireRoles(Tx tx, ConstraintDraft draft) {
        String[] names = draft.groupPermissions().stream()
                .map(to -> to.groupId())
                .distinct()
                .toArray(String[]::new);
        return tx.sql(UNKNOWN_ROLES, tx.tenant(), names)
                .invoke(unknown -> {
                    if (unknown.rowCount() > 0) {
                        throw Fields.refused("groupPermissions", "VAMS General Error: Group/Role does not exist");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<List<UserPermission>> users(Tx tx, ConstraintDraft draft) {
        Set<String> names = draft.userPermissions().stream()
                .map(to -> to.user().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        return tx.sql(USERS, tx.tenant(), names.toArray(String[]::new)).map(rows -> {
            Map<String, UUID> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (Row row : rows) {
                known.put(row.getString("email"), row.getUUID("id"));
                known.put(row.getUUID("id").toString(), row.getUUID("id"));
            }
            return draft.userPermissions().stream()
                    .map(to -> new UserPermission(known(known, to.user()), to.permission(), to.permissionType()))
                    .toList();
        });
    }

    private static UUID known(Map<String, UUID> users, String name) {
        UUID id = users.get(name);
        if (id == null) {
            throw Fields.refused("userPermissions", "User '" + name + "' does not exist");
        }
        return id;
    }

    private ConstraintDone done(String identifier, boolean created, ConstraintRequest body) {
        return new ConstraintDone(
                true,
                "Constraint " + identifier + " created/updated successfully",
                identifier,
                created ? "create" : "update",
                author.now().instant(),
                text(body));
    }

    private String text(ConstraintRequest body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request cannot be written", e);
        }
    }
}
