package io.deskgraph.kit.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskgraph.contracts.identity.PolicyState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tenant's constraints at one moment, ready to decide. Callers whom the same constraints name share their rights. */
public final class PolicySnapshot {

    /** Of a tenant that has the default constraint only, or has not been heard of. */
    static final PolicySnapshot DEFAULT = new PolicySnapshot(List.of(DefaultPolicy.inMemory()));

    private static final int REMEMBERED = 1_000;
    private static final String EVERY_ROUTE = "everybody";

    private final Map<String, List<Grant>> assets;
    private final Map<String, List<Grant>> routes;
    private final Cache<Set<String>, Rights> rights =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private PolicySnapshot(List<PolicyState> policies) {
        this.assets = bySubject(policies, ObjectType.ASSET);
        this.routes = bySubject(policies, ObjectType.API);
    }

    public static PolicySnapshot of(List<PolicyState> policies) {
        return DefaultPolicy.isAll(policies) ? DEFAULT : new PolicySnapshot(policies);
    }

    /** @param roles names of the caller's roles */
    public Rights of(UUID user, Set<String> roles) {
        Set<String> subjects = new TreeSet<>();
        Stream.concat(Stream.of(Grant.user(user)), roles.stream().map(Grant::role))
                .filter(subject -> assets.containsKey(subject) || routes.containsKey(subject))
                .forEach(subjects::add);
        return rights.get(subjects, this::rights);
    }

    private Rights rights(Set<String> subjects) {
        List<Grant> named = of(routes, subjects);
        return new Rights(of(assets, subjects), named.isEmpty() ? named : withOpenRoutes(named));
    }

    /** Permissions let a caller through to a route; constraints can only close it, so every route is allowed first. */
    private static List<Grant> withOpenRoutes(List<Grant> named) {
        return Stream.concat(named.stream(), DefaultPolicy.openRoutes(EVERY_ROUTE))
                .toList();
    }

    private static List<Grant> of(Map<String, List<Grant>> grants, Set<String> subjects) {
        return subjects.stream()
                .map(subject -> grants.getOrDefault(subject, List.of()))
                .flatMap(Collection::stream)
                .toList();
    }

    private static Map<String, List<Grant>> bySubject(List<PolicyState> policies, ObjectType type) {
        return policies.stream()
                .filter(policy -> policy.objectType().equals(type.wire()))
                .flatMap(policy -> Grant.of(policy, type))
                .collect(Collectors.groupingBy(Grant::subject));
    }
}
