package io.deskgraph.tickets.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreeFormTest {

    @Test
    void equalNumbersAreEqualHoweverTheyAreWritten() {
        Map<String, Object> one = FreeForm.canonical(Map.of("n", List.of(1, new BigDecimal("1.50"), 1e2)));
        Map<String, Object> other = FreeForm.canonical(
                Map.of("n", List.of(new BigDecimal("1.0"), new BigDecimal("1.5"), BigInteger.valueOf(100))));

        assertEquals(one, other);
        assertNotEquals(one, FreeForm.canonical(Map.of("n", List.of(1, "1.5", 100))));
    }

    @Test
    void nothingElseIsTouched() {
        Map<String, Object> object = new HashMap<>();
        object.put("null", null);
        object.put("list", Arrays.asList(null, true, "text"));
        object.put("object", Map.of("x", "1.0"));
        object.put("huge", new BigInteger("123456789012345678901234567890"));

        assertEquals(object, FreeForm.canonical(object));
    }
}
