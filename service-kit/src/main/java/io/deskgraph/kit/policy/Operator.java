package io.deskgraph.kit.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a field is compared. Values are literal and case counts. A field with several values, such as tags, meets an
 * operator when one of them does; the denying operators are the plain negation of their counterparts.
 */
public enum Operator {
    EQUALS,
    CONTAINS,
    DOES_NOT_CONTAIN,
    STARTS_WITH,
    ENDS_WITH,
    IS_ONE_OF,
    IS_NOT_ONE_OF,

    /** A regular expression for the whole value, matched in linear time. */
    MATCHES;

    /** By their names in requests. */
    public static final Map<String, Operator> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operator::wire, Function.identity()));

    /** Alone as a value it stands for anything, for the operators that compare a piece of text. */
    private static final String ANYTHING = ".*";

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean negates() {
        return this == DOES_NOT_CONTAIN || this == IS_NOT_ONE_OF;
    }

    /** The operator without its negation. */
    Operator positive() {
        return switch (this) {
            case DOES_NOT_CONTAIN -> CONTAINS;
            case IS_NOT_ONE_OF -> IS_ONE_OF;
            default -> this;
        };
    }

    boolean meansAnything(List<String> values) {
        return values.contains(ANYTHING) && positive() != IS_ONE_OF && this != MATCHES;
    }
}
