package io.deskgraph.kit.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {

    @ParameterizedTest
    @CsvSource({
        "prod-.*, prod-7, true",
        "prod-.*, xprod-7, false",
        "prod, prod-7, false",
        "^prod$, prod, true",
        "'(a|b){2,3}', aba, true",
        "[a-c]+, abd, false",
        "\\d{4}, 2026, true",
        "\\d{4}, ٢٠٢٦, false",
    })
    void itIsMatchedAsAWhole(String pattern, String value, boolean expected) {
        assertEquals(expected, LinearPattern.of(pattern).matches(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(",
                ")",
                "a)",
                "[",
                "[]",
                "[^]",
                "a{",
                "a{1000}",
                "((a{90}){90})",
                "*",
                "a**",
                "a+?",
                "(?i)a",
                "(?=a)",
                "a\\",
                "\\b",
                "\\pL",
                "\\1",
                "\\x41",
                "[[:alpha:]]",
                "[z-a]",
                "[\\d-z]",
                "[a-]",
                "a|",
                "()",
                "^^",
                "$$"
            })
    void whatTwoEnginesCouldReadDifferentlyIsRefused(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> LinearPattern.of(pattern));
    }

    @Test
    void aLongPatternIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LinearPattern.of("a".repeat(257)));
    }

    /** What takes engines that try one way after the other longer than anybody waits. */
    @Test
    void timeGrowsWithTheTextAndNoFaster() {
        LinearPattern pattern = LinearPattern.of("(a*)*b");

        assertTimeout(Duration.ofSeconds(2), () -> assertEquals(false, pattern.matches("a".repeat(20_000))));
    }
}
