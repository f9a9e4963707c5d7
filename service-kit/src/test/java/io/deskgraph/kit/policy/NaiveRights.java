package io.deskgraph.kit.policy;

import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What constraints mean, written down once more as plainly as can be, to hold the real evaluator against. */
final class NaiveRights {

    private NaiveRights() {}

    static boolean allows(List<PolicyState> policies, UUID user, Set<String> roles, Verb verb, AssetAttributes asset) {
        boolean allowed = false;
        for (PolicyState policy : policies) {
            if (!policy.objectType().equals("asset") || !applies(policy, asset)) {
                continue;
            }
            List<String> effects = new ArrayList<>();
            policy.groupPermissions().stream()
                    .filter(to ->
                            roles.contains(to.groupId()) && to.permission().equals(verb.name()))
                    .forEach(to -> effects.add(to.permissionType()));
            policy.userPermissions().stream()
                    .filter(to -> to.userId().equals(user) && to.permission().equals(verb.name()))
                    .forEach(to -> effects.add(to.permissionType()));
            if (effects.contains("deny")) {
                return false;
            }
            allowed |= effects.contains("allow");
        }
        return allowed;
    }

    private static boolean applies(PolicyState policy, AssetAttributes asset) {
        for (PolicyCriterion criterion : policy.criteriaAnd()) {
            if (!holds(criterion, asset)) {
                return false;
            }
        }
        boolean found = policy.criteriaOr().isEmpty();
        for (PolicyCriterion criterion : policy.criteriaOr()) {
            found |= holds(criterion, asset);
        }
        return found;
    }

    private static boolean holds(PolicyCriterion criterion, AssetAttributes asset) {
        List<String> values =
                switch (criterion.field()) {
                    case "tags" -> asset.tags();
                    case "assetId" -> List.of(asset.assetTag(), asset.id().toString());
                    case "assetName" -> List.of(asset.name());
                    case "assetType" -> List.of(asset.assetType());
                    default -> List.of(asset.databaseId());
                };
        for (String wanted : criterion.values()) {
            boolean anything = wanted.equals(".*");
            switch (criterion.operator()) {
                case "equals" -> {
                    if (anything || values.contains(wanted)) {
                        return true;
                    }
                }
                case "contains", "does_not_contain" -> {
                    if (anything || values.stream().anyMatch(value -> value.indexOf(wanted) >= 0)) {
                        return criterion.operator().equals("contains");
                    }
                }
                case "starts_with" -> {
                    if (anything || values.stream().anyMatch(value -> value.indexOf(wanted) == 0)) {
                        return true;
                    }
                }
                case "ends_with" -> {
                    if (anything
                            || values.stream().anyMatch(value -> value.matches("(?s).*" + Pattern.quote(wanted)))) {
                        return true;
                    }
                }
                case "is_one_of", "is_not_one_of" -> {
                    if (values.contains(wanted)) {
                        return criterion.operator().equals("is_one_of");
                    }
                }
                default -> {
                    if (values.stream().anyMatch(value -> Pattern.matches(wanted, value))) {
                        return true;
                    }
                }
            }
        }
        return criterion.operator().contains("not");
    }
}
