package io.deskgraph.kit.policy;

import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.GroupPermission;
import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import io.deskgraph.contracts.identity.PolicyState.UserPermission;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constraints, callers and assets from so few values that they often meet. */
final class RandomPolicies {

    private static final List<String> WORDS = List.of(
            "a", "b", "ab", "ba", "prod", "production", "locked", "%", "_", "'", "\\", "é", "日本", "A", "a.b", "");
    private static final List<String> PATTERNS =
            List.of("a.*", "(a|b)+", "prod(uction)?", "[a-z]+", "[^a]*", "\\w+", "\\S{1,4}", ".", "a\\.b", "^ab$");
    private static final List<UUID> USERS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    private static final List<String> ROLES = List.of("Technician", "Admin", "role with ' and , in it");
    private static final List<Operator> LITERAL = Stream.of(Operator.values())
            .filter(operator -> operator != Operator.MATCHES)
            .toList();

    private final Random random;

    RandomPolicies(Random random) {
        this.random = random;
    }

    List<PolicyState> policies() {
        return upTo(8, this::policy);
    }

    UUID user() {
        return one(USERS);
    }

    Set<String> roles() {
        return ROLES.stream().filter(role -> random.nextBoolean()).collect(Collectors.toSet());
    }

    Verb verb() {
        return one(List.of(Verb.values()));
    }

    AssetAttributes asset() {
        return new AssetAttributes(id(), word(), word(), word(), word(), upTo(3, this::word));
    }

    private PolicyState policy() {
        List<PolicyCriterion> all = upTo(2, this::criterion);
        List<PolicyCriterion> any = upTo(2, this::criterion);
        if (all.isEmpty() && any.isEmpty()) {
            all = List.of(new PolicyCriterion("tags", "equals", List.of(".*")));
        }
        UUID id = id();
        return new PolicyState(
                id,
                id.toString(),
                "n",
                "d",
                "asset",
                all,
                any,
                upTo(8, () -> new GroupPermission(one(ROLES), verb().name(), effect())),
                upTo(3, () -> new UserPermission(user(), verb().name(), effect())),
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    private PolicyCriterion criterion() {
        String field = one(ObjectType.ASSET.fields());
        if (random.nextInt(5) == 0) {
            return new PolicyCriterion(field, "matches", some(() -> one(PATTERNS)));
        }
        return new PolicyCriterion(field, one(LITERAL).wire(), some(() -> random.nextInt(8) == 0 ? ".*" : word()));
    }

    /** Denials win, so that as many of both would leave little allowed. */
    private String effect() {
        return random.nextInt(5) == 0 ? "deny" : "allow";
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String word() {
        return one(WORDS);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> some(Supplier<T> values) {
        return Stream.generate(values).limit(1L + random.nextInt(3)).toList();
    }

    private <T> List<T> upTo(int most, Supplier<T> values) {
        return Stream.generate(values).limit(random.nextInt(most + 1)).toList();
    }
}
