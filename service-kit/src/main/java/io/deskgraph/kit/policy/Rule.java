package io.deskgraph.kit.policy;

import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a constraint is about, made once for those whom it allows something and once for those it denies.
 *
 * @param all criteria that hold together, none of them constant
 * @param any criteria of which one holds, unless there is none; none of them constant
 * @param constant whether it applies to every object or to none; null when that depends on the object
 */
record Rule(
        UUID policyId,
        boolean denies,
        List<Criterion> all,
        List<Criterion> any,
        @Nullable Boolean constant) {

    private static final Logger LOG = Logger.getLogger(Rule.class);

    /** What cannot be understood never allows and always denies. */
    static Rule of(PolicyState policy, ObjectType type, boolean denies) {
        try {
            if (policy.criteriaAnd().isEmpty() && policy.criteriaOr().isEmpty()) {
                throw new IllegalArgumentException("No criteria");
            }
            List<Criterion> all = criteria(type, policy.criteriaAnd());
            List<Criterion> any = criteria(type, policy.criteriaOr());
            return of(policy.policyId(), denies, all, any);
        } catch (IllegalArgumentException unknown) {
            LOG.errorf("Policy %s is not understood and can only deny: %s", policy.policyId(), unknown.getMessage());
            return constant(policy.policyId(), denies, denies);
        }
    }

    private static Rule of(UUID policy, boolean denies, List<Criterion> all, List<Criterion> any) {
        boolean anyHolds = any.isEmpty() || is(any, true);
        List<Criterion> some = anyHolds ? List.of() : open(any);
        if (is(all, false) || !anyHolds && some.isEmpty()) {
            return constant(policy, denies, false);
        }
        List<Criterion> every = open(all);
        return every.isEmpty() && some.isEmpty()
                ? constant(policy, denies, true)
                : new Rule(policy, denies, every, some, null);
    }

    static Rule constant(UUID policy, boolean denies, boolean applies) {
        return new Rule(policy, denies, List.of(), List.of(), applies);
    }

    boolean isConstant() {
        return constant != null;
    }

    /** @param object null is good enough for a constant rule */
    boolean applies(@Nullable Attributes object) {
        if (constant != null || object == null) {
            return Boolean.TRUE.equals(constant);
        }
        return all.stream().allMatch(criterion -> criterion.holds(object))
                && (any.isEmpty() || any.stream().anyMatch(criterion -> criterion.holds(object)));
    }

    private static boolean is(List<Criterion> criteria, boolean constant) {
        return criteria.stream().anyMatch(criterion -> Boolean.valueOf(constant).equals(criterion.constant()));
    }

    /** Those that depend on the object. */
    private static List<Criterion> open(List<Criterion> criteria) {
        return criteria.stream()
                .filter(criterion -> criterion.constant() == null)
                .toList();
    }

    private static List<Criterion> criteria(ObjectType type, List<PolicyCriterion> stored) {
        return stored.stream().map(criterion -> Criterion.of(type, criterion)).toList();
    }
}
