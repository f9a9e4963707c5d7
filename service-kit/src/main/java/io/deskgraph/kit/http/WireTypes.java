package io.deskgraph.kit.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client calls the kinds of value that a member may have. */
final class WireTypes {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class, BigInteger.class);
    private static final Set<Class<?>> DECIMAL =
            Set.of(double.class, float.class, Double.class, Float.class, BigDecimal.class, Number.class);

    private WireTypes() {}

    static String explain(InvalidFormatException invalid) {
        Class<?> type = invalid.getTargetType();
        if (type != null && type.isEnum()) {
            return "Must be one of " + constants(type);
        }
        boolean ours = invalid instanceof WireText.UncleanText || isForm(type);
        return ours ? reason(invalid) : "Must be " + name(type);
    }

    static String name(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (DECIMAL.contains(type)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class || type.isEnum() || isForm(type)) {
            return "a string";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static boolean isForm(@Nullable Class<?> type) {
        return type != null
                && (type == UUID.class || type == BigDecimal.class || TemporalAccessor.class.isAssignableFrom(type));
    }

    /** The platform puts its own words before the reason that our readers give. */
    private static String reason(InvalidFormatException invalid) {
        String text = invalid.getOriginalMessage();
        return text.substring(text.lastIndexOf(": ") + 1).strip();
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(WireTypes::constant).collect(Collectors.joining(", "));
    }

    private static String constant(Object constant) {
        String name = ((Enum<?>) constant).name();
        try {
            JsonProperty wire = constant.getClass().getField(name).getAnnotation(JsonProperty.class);
            return wire == null ? name : wire.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
