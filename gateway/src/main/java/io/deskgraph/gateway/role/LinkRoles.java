package io.deskgraph.gateway.role;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.identity.RoleState;
import io.deskgraph.gateway.link.Fields;
import io.deskgraph.gateway.link.Items;
import io.deskgraph.gateway.link.ItemsQuery;
import io.deskgraph.gateway.role.LinkRoleResource.LinkRole;
import io.deskgraph.gateway.role.LinkRoleResource.LinkRoleRequest;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles as the unversioned dialect writes them: by name, with refusals of its own. */
@Singleton
class LinkRoles {

    private static final List<String> DEFAULT_PERMISSIONS = List.of(
            Permissions.ASSET_CREATE, Permissions.ASSET_DELETE, Permissions.ASSET_READ, Permissions.ASSET_UPDATE);

    private static final String PAGE =
            RoleTable.SELECT + " AND ($2::text IS NULL OR lower(r.name) > lower($2)) ORDER BY lower(r.name) LIMIT $3";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final RoleTable table;
    private final RoleWrites writes;
    private final RoleDrafts drafts;

    LinkRoles(
            Transactions transactions, CurrentRequest request, RoleTable table, RoleWrites writes, RoleDrafts drafts) {
        this.transactions = transactions;
        this.request = request;
        this.table = table;
        this.writes = writes;
        this.drafts = drafts;
    }

    Uni<Items<LinkRole>> list(ItemsQuery wanted) {
        return transactions
                .read(PAGE, request.tenantId(), wanted.after(), wanted.limit() + 1L)
                .map(RoleTable::roles)
                .map(roles -> roles.stream().map(LinkRoles::view).toList())
                .map(items -> Items.page(items, wanted.limit(), LinkRole::roleName));
    }

    Uni<String> create(Tx tx, LinkRoleRequest body) {
        String name = check(body);
        List<String> permissions =
                body.permissions() == null ? DEFAULT_PERMISSIONS : RoleDrafts.sorted(body.permissions());
        StoredRole role = with(drafts.first(name, body.description(), permissions), body);
        return writes.create(tx, role, () -> Problem.invalid("VAMS General Error: Role already exists"))
                .replaceWith(name);
    }

    Uni<String> update(Tx tx, LinkRoleRequest body) {
        String name = check(body);
        return table.lock(tx, name)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.invalid("VAMS General Error: Role does not exist"))
                .chain(before -> writes.update(tx, before, next(before, body), IllegalStateException::new))
                .replaceWith(name);
    }

    Uni<Void> delete(Tx tx, String roleName) {
        return table.lock(tx, Fields.objectName("roleId", roleName))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.invalid("Role does not exist"))
                .chain(role -> writes.delete(tx, role));
    }

    private String check(LinkRoleRequest body) {
        if (isBlank(body.roleName()) || isBlank(body.description())) {
            throw Problem.invalid("roleName and description are required");
        }
        if (body.source() != null && !body.source().equals(RoleDrafts.INTERNAL)) {
            throw Fields.refused("source", "source is invalid. Must be " + RoleDrafts.INTERNAL);
        }
        if (body.permissions() != null) {
            drafts.checkPermissions(body.permissions());
        }
        return Fields.objectName("roleName", body.roleName());
    }

    private static StoredRole next(StoredRole before, LinkRoleRequest body) {
        List<String> permissions =
                body.permissions() == null ? before.state().permissions() : RoleDrafts.sorted(body.permissions());
        return with(RoleDrafts.changed(before, before.state().roleName(), body.description(), permissions), body);
    }

    private static StoredRole with(StoredRole role, LinkRoleRequest body) {
        return new StoredRole(
                role.state(), role.source(), body.sourceIdentifier(), Boolean.TRUE.equals(body.mfaRequired()));
    }

    private static LinkRole view(StoredRole role) {
        RoleState state = role.state();
        return new LinkRole(
                state.roleId(),
                state.roleName(),
                state.description(),
                state.createdAt(),
                role.source(),
                role.sourceIdentifier(),
                role.mfaRequired(),
                state.permissions());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
