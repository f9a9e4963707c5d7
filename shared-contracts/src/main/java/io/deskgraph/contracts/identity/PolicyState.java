package io.deskgraph.contracts.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A constraint: which objects of a type it is about, and what roles and users may or may not do with them. All of the
 * first criteria hold and, where there are any of the second, at least one of those.
 *
 * @param identifier the name it has in paths; unique in the tenant
 * @param objectType such as {@code asset} or {@code api}
 */
public record PolicyState(
        UUID policyId,
        String identifier,
        String name,
        String description,
        String objectType,
        List<PolicyCriterion> criteriaAnd,
        List<PolicyCriterion> criteriaOr,
        List<GroupPermission> groupPermissions,
        List<UserPermission> userPermissions,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public PolicyState {
        criteriaAnd = List.copyOf(criteriaAnd);
        criteriaOr = List.copyOf(criteriaOr);
        groupPermissions = List.copyOf(groupPermissions);
        userPermissions = List.copyOf(userPermissions);
    }

    /** @param values one of them has to meet the operator, or none where the operator denies */
    public record PolicyCriterion(String field, String operator, List<String> values) {

        public PolicyCriterion {
            values = List.copyOf(values);
        }
    }

    /**
     * @param groupId the name of a role, which need not exist
     * @param permission {@code GET}, {@code PUT}, {@code POST} or {@code DELETE}
     * @param permissionType {@code allow} or {@code deny}
     */
    public record GroupPermission(String groupId, String permission, String permissionType) {}

    public record UserPermission(UUID userId, String permission, String permissionType) {}
}
