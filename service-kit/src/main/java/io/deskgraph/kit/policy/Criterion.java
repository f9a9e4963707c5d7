package io.deskgraph.kit.policy;

import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One comparison, ready to be made.
 *
 * @param pattern of {@link Operator#MATCHES}, one for each value
 */
record Criterion(String field, Operator operator, List<String> values, List<LinearPattern> patterns) {

    /** @throws IllegalArgumentException for a field, an operator or a pattern that does not exist */
    static Criterion of(ObjectType type, PolicyCriterion stored) {
        Operator operator = Operator.BY_NAME.get(stored.operator());
        if (operator == null || !type.fields().contains(stored.field())) {
            throw new IllegalArgumentException("Unknown criterion " + stored.field() + " " + stored.operator());
        }
        List<LinearPattern> patterns = operator == Operator.MATCHES
                ? stored.values().stream().map(LinearPattern::of).toList()
                : List.of();
        return new Criterion(stored.field(), operator, stored.values(), patterns);
    }

    /** What it says of every object; null when that depends on the object. */
    @Nullable
    Boolean constant() {
        return operator.meansAnything(values) ? !operator.negates() : null;
    }

    boolean holds(Attributes object) {
        Boolean constant = constant();
        if (constant != null) {
            return constant;
        }
        return object.of(field).stream().anyMatch(meets()) != operator.negates();
    }

    private Predicate<String> meets() {
        return switch (operator.positive()) {
            case EQUALS, IS_ONE_OF -> values::contains;
            case CONTAINS -> value -> any(value::contains);
            case STARTS_WITH -> value -> any(value::startsWith);
            case ENDS_WITH -> value -> any(value::endsWith);
            case MATCHES -> value -> patterns.stream().anyMatch(pattern -> pattern.matches(value));
            default -> throw new IllegalStateException("No positive operator: " + operator);
        };
    }

    private boolean any(Predicate<String> meeting) {
        return values.stream().anyMatch(meeting);
    }
}
