package io.deskgraph.gateway.constraint;

import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.GroupPermission;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Constraints follow the roles they name. A role made later under an old name must not inherit what the old one had. */
@Singleton
public class RolesInConstraints {

    private static final String NAMING = ConstraintTable.SELECT + """
             AND EXISTS (SELECT FROM policy_grants g WHERE g.tenant_id = p.tenant_id AND g.policy_id = p.id
                                                       AND g.grantee_type = 'role' AND g.grantee = $2)
            ORDER BY p.id""";

    private final ConstraintTable table;
    private final ConstraintWrites writes;
    private final Author author;

    RolesInConstraints(ConstraintTable table, ConstraintWrites writes, Author author) {
        this.table = table;
        this.writes = writes;
        this.author = author;
    }

    public Uni<Void> renamed(Tx tx, String role, String name) {
        return change(tx, role, groups -> groups.stream()
                .map(group -> group.groupId().equals(role)
                        ? new GroupPermission(name, group.permission(), group.permissionType())
                        : group)
                .distinct()
                .sorted(Comparator.comparing(GroupPermission::groupId)
                        .thenComparing(GroupPermission::permission)
                        .thenComparing(GroupPermission::permissionType))
                .toList());
    }

    public Uni<Void> removed(Tx tx, String role) {
        return change(tx, role, groups -> groups.stream()
                .filter(group -> !group.groupId().equals(role))
                .toList());
    }

    private Uni<Void> change(Tx tx, String role, UnaryOperator<List<GroupPermission>> groups) {
        return table.takeTurn(tx)
                .chain(() -> tx.sql(NAMING, tx.tenant(), role))
                .map(table::states)
                .chain(policies -> Multi.createFrom()
                        .iterable(policies)
                        .onItem()
                        .transformToUniAndConcatenate(policy -> writes.update(
                                tx, policy, with(policy, groups.apply(policy.groupPermissions())), author.id()))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private PolicyState with(PolicyState policy, List<GroupPermission> groups) {
        return new PolicyState(
                policy.policyId(),
                policy.identifier(),
                policy.name(),
                policy.description(),
                policy.objectType(),
                policy.criteriaAnd(),
                policy.criteriaOr(),
                groups,
                policy.userPermissions(),
                policy.createdAt(),
                author.now().instant(),
                policy.version() + 1);
    }
}
