package io.deskgraph.gateway.constraint;

import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.GroupPermission;
import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import io.deskgraph.contracts.identity.PolicyState.UserPermission;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A constraint that is right by itself; whether its roles and users exist is still to be seen. */
record ConstraintDraft(
        String identifier,
        String name,
        String description,
        String objectType,
        List<PolicyCriterion> criteriaAnd,
        List<PolicyCriterion> criteriaOr,
        List<GroupPermission> groupPermissions,
        List<NamedUser> userPermissions) {

    /** @param user a name or an id */
    record NamedUser(String user, String permission, String permissionType) {}

    /** Grants in one order, whatever the order they came in, so that equal constraints are equal. */
    PolicyState state(UUID id, List<UserPermission> users, Instant created, Instant updated, long version) {
        return new PolicyState(
                id,
                identifier,
                name,
                description,
                objectType,
                criteriaAnd,
                criteriaOr,
                groupPermissions.stream()
                        .distinct()
                        .sorted(Comparator.comparing(GroupPermission::groupId)
                                .thenComparing(GroupPermission::permission)
                                .thenComparing(GroupPermission::permissionType))
                        .toList(),
                users.stream()
                        .distinct()
                        .sorted(Comparator.comparing(
                                        (UserPermission user) -> user.userId().toString())
                                .thenComparing(UserPermission::permission)
                                .thenComparing(UserPermission::permissionType))
                        .toList(),
                created,
                updated,
                version);
    }
}
