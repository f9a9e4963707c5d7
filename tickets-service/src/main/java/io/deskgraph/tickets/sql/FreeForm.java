package io.deskgraph.tickets.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects of the clients' own choosing, on their way into jsonb columns and out. Equal numbers get one form, so that
 * writing {@code 1.0} where 1 is stored changes nothing.
 */
@Singleton
public class FreeForm {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final ObjectMapper json;

    FreeForm(ObjectMapper json) {
        this.json = json;
    }

    public @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value cannot be written as JSON", e);
        }
    }

    public @Nullable Map<String, @Nullable Object> readObject(@Nullable String text) {
        return text == null ? null : canonical(read(text, OBJECT));
    }

    public <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored value cannot be read as JSON", e);
        }
    }

    public static Map<String, @Nullable Object> canonical(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        object.forEach((name, value) -> result.put(name, canonical(value)));
        return result;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return canonical((Map<String, @Nullable Object>) object);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FreeForm::canonical).toList();
        }
        return value instanceof Number number ? canonical(number) : value;
    }

    private static Number canonical(Number number) {
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        if (exact.scale() > 0) {
            return exact;
        }
        BigInteger whole = exact.toBigIntegerExact();
        boolean fits = whole.compareTo(LONG_MIN) >= 0 && whole.compareTo(LONG_MAX) <= 0;
        return fits ? (Number) whole.longValueExact() : whole;
    }
}
