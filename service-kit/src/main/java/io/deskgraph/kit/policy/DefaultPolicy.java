package io.deskgraph.kit.policy;

import io.deskgraph.contracts.DefaultRoles;
import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.GroupPermission;
import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The constraint that each tenant starts with: the default roles may do everything with every asset, as far as their
 * permissions go. It is an ordinary constraint that an Admin may change or delete; it also stands for a tenant of which
 * no constraint has been heard yet.
 */
public final class DefaultPolicy {

    public static final String IDENTIFIER = "default-asset-access";

    private static final PolicyState IN_MEMORY = of(new UUID(0, 0), Instant.EPOCH);

    private DefaultPolicy() {}

    public static PolicyState of(UUID id, Instant now) {
        return new PolicyState(
                id,
                IDENTIFIER,
                "Default asset access",
                "The default roles may use every asset",
                ObjectType.ASSET.wire(),
                List.of(new PolicyCriterion("assetId", Operator.CONTAINS.wire(), List.of(".*"))),
                List.of(),
                Arrays.stream(DefaultRoles.values())
                        .flatMap(role -> Arrays.stream(Verb.values())
                                .map(verb -> new GroupPermission(role.roleName(), verb.name(), "allow")))
                        .toList(),
                List.of(),
                now,
                now,
                1);
    }

    /** An allowance of every route, to go with constraints on some. */
    static Stream<Grant> openRoutes(String subject) {
        Rule every = Rule.constant(new UUID(0, 0), false, true);
        return Arrays.stream(Verb.values()).map(verb -> new Grant(subject, every, verb.name(), "allow"));
    }

    static PolicyState inMemory() {
        return IN_MEMORY;
    }

    /** Whether these are the default constraint and nothing else, whatever its id. */
    static boolean isAll(List<PolicyState> policies) {
        return policies.size() == 1
                && of(policies.get(0).policyId(), policies.get(0).createdAt()).equals(policies.get(0));
    }
}
