package io.deskgraph.gateway.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "10.0.0.0/8, 10.200.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.1.128/25, 192.168.1.129, true",
        "192.168.1.128/25, 192.168.1.127, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
    })
    void aRangeHoldsItsAddresses(String range, String address, boolean inside) {
        // When
        AddressRange parsed = AddressRange.parse(range);

        // Then
        assertNotNull(parsed);
        assertEquals(inside, parsed.contains(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "10.0.0", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "::1/129", "10.0.0.0/"})
    void otherTextsAreNoRange(String text) {
        assertNull(AddressRange.parse(text));
    }
}
