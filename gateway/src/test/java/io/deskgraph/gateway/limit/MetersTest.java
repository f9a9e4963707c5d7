package io.deskgraph.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetersTest {

    private static final Rate SLOW = new Rate(100, 1);

    private final Meters meters = new Meters("key", 1000, Duration.ofMinutes(1));

    @Test
    void callersAtOnceGetTheBurstAndNoMore() {
        // When
        long passed = IntStream.range(0, 400)
                .parallel()
                .filter(i -> meters.of("a", SLOW).take().within())
                .count();

        // Then: a token or two may have come back meanwhile
        assertTrue(passed >= 100 && passed <= 103, () -> passed + " passed");
        assertTrue(meters.of("b", SLOW).take().within(), "another owner has a bucket of its own");
    }

    @Test
    void aChangedRateHoldsFromTheNextRequest() {
        // Given
        while (meters.of("c", SLOW).take().within()) {}

        // When
        Standing standing = meters.of("c", new Rate(7, 3)).take();

        // Then
        assertTrue(standing.within());
        assertEquals(6, standing.left());
        assertEquals("\"key\";q=7;w=3", standing.meter().policy());
    }

    @Test
    void headersTellWhatIsLeftAndWhenAllIsThereAgain() {
        // Given
        MultiMap answer = MultiMap.caseInsensitiveMultiMap();

        // When
        new Standing(new Meter("key", new Rate(120, 60)), true, 118, 0, 33_000_000).tell(answer, 1_500);

        // Then
        assertEquals("\"key\";q=120;w=2", answer.get("RateLimit-Policy"));
        assertEquals("\"key\";r=118;t=1", answer.get("RateLimit"));
        assertEquals("120", answer.get("X-RateLimit-Limit"));
        assertEquals("118", answer.get("X-RateLimit-Remaining"));
        assertEquals("1970-01-01T00:00:02Z", answer.get("X-RateLimit-Reset"));
    }

    @Test
    void aRefusalSaysWhenToComeBack() {
        // When
        var refusal = new Standing(new Meter("key", SLOW), false, 0, 2_000_000_001L, 100_000_000_000L).refusal();

        // Then
        assertEquals("3", refusal.headers().get("Retry-After"));
        assertEquals("{retry_after_ms=2001, remaining=0}", String.valueOf(refusal.details()));
    }

    @Test
    void aRateIsNeverNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Rate(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Rate(1, 0));
    }

    @Test
    void anAddressOfVersionSixStandsForItsNetwork() {
        assertEquals(AddressBlock.of("2001:db8:1:2::1"), AddressBlock.of("2001:db8:1:2:ffff::9"));
        assertNotEquals(AddressBlock.of("2001:db8:1:2::1"), AddressBlock.of("2001:db8:1:3::1"));
        assertNotEquals(AddressBlock.of("::ffff:10.0.0.1"), AddressBlock.of("::ffff:10.0.0.2"));
        assertEquals("10.0.0.1", AddressBlock.of("10.0.0.1"));
        assertFalse(AddressBlock.of("10.0.0.1").equals(AddressBlock.of("10.0.0.2")));
    }
}
