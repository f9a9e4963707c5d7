package io.deskgraph.gateway.role;

import io.deskgraph.contracts.identity.RoleState;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.gateway.link.Fields;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a role would be after a request of the versioned API. */
@Singleton
class RoleDrafts {

    static final String INTERNAL = "INTERNAL_SYSTEM";

    private static final int MAX_DESCRIPTION = 1_000;
    private static final int MAX_PERMISSIONS = 500;

    private final Author author;

    RoleDrafts(Author author) {
        this.author = author;
    }

    StoredRole first(RoleRequest body) {
        check(body);
        return first(Fields.objectName("role_name", body.roleName()), body.description(), sorted(body.permissions()));
    }

    StoredRole first(String name, @Nullable String description, List<String> permissions) {
        Instant now = author.now().instant();
        RoleState state = new RoleState(Ids.next(), name, description, permissions, now, now, 1);
        return new StoredRole(state, INTERNAL, null, false);
    }

    StoredRole next(StoredRole before, Sent<RoleRequest> sent) {
        RoleRequest body = sent.body();
        check(body);
        String name = sent.names().contains("role_name")
                ? Fields.objectName("role_name", body.roleName())
                : before.state().roleName();
        if (sent.names().contains("permissions") && body.permissions() == null) {
            throw Problem.invalid("permissions", "Must not be null");
        }
        String description = sent.member("description", body.description())
                .over(before.state().description());
        List<String> permissions =
                body.permissions() == null ? before.state().permissions() : sorted(body.permissions());
        return changed(before, name, description, permissions);
    }

    static StoredRole changed(StoredRole before, String name, @Nullable String description, List<String> permissions) {
        RoleState old = before.state();
        return new StoredRole(
                new RoleState(
                        old.roleId(), name, description, permissions, old.createdAt(), old.updatedAt(), old.version()),
                before.source(),
                before.sourceIdentifier(),
                before.mfaRequired());
    }

    /** Each is one that exists for this tenant. */
    void checkPermissions(List<String> permissions) {
        check(new RoleRequest(null, null, permissions));
    }

    static List<String> sorted(@Nullable List<String> permissions) {
        return permissions == null
                ? List.of()
                : permissions.stream().distinct().sorted().toList();
    }

    private void check(RoleRequest body) {
        List<Detail> mistakes = new ArrayList<>();
        if (body.description() != null && body.description().length() > MAX_DESCRIPTION) {
            mistakes.add(Detail.of("description", "Must be at most " + MAX_DESCRIPTION + " characters"));
        }
        List<String> permissions = Objects.requireNonNullElse(body.permissions(), List.of());
        if (permissions.size() > MAX_PERMISSIONS) {
            mistakes.add(Detail.of("permissions", "Must have at most " + MAX_PERMISSIONS + " values"));
        }
        for (int i = 0; i < permissions.size() && i < MAX_PERMISSIONS; i++) {
            if (permissions.get(i) == null || !author.knows(permissions.get(i))) {
                mistakes.add(Detail.of(List.of("permissions", i), "Unknown permission"));
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
    }
}
