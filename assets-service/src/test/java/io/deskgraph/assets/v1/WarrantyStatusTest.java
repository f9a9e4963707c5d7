package io.deskgraph.assets.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarrantyStatusTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({"2026-02-28,expired", "2026-03-01,expiring_soon", "2026-03-30,expiring_soon", "2026-03-31,active"})
    void standsAsTheDaySays(LocalDate end, String expected) {
        assertEquals(expected, WarrantyStatus.of(end, TODAY));
    }

    @Test
    void noneWithoutAnEnd() {
        assertEquals("no_warranty", WarrantyStatus.of(null, TODAY));
    }
}
