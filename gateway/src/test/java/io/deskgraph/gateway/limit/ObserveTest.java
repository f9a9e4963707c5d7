package io.deskgraph.gateway.limit;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.WireAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ObserveTest.Watching.class)
class ObserveTest {

    @Inject
    MeterRegistry metrics;

    /** A limit that is soon passed and stops nobody. */
    public static class Watching implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "deskgraph.rate-limit.mode", "observe",
                    "deskgraph.rate-limit.key.burst", "2",
                    "deskgraph.rate-limit.key.refill-per-second", "1");
        }
    }

    @Test
    void whoAsksTooOftenIsCountedAndPasses() {
        // When
        WireAnswer answer = Gate.get(ACME_HOST, "/nowhere", key(ADA_KEY));
        for (int i = 0; i < 20; i++) {
            answer = Gate.get(ACME_HOST, "/nowhere", key(ADA_KEY));
            assertEquals(404, answer.status());
        }

        // Then
        assertEquals("0", answer.header("X-RateLimit-Remaining"));
        assertTrue(metrics.counter("deskgraph.gateway.rate.exceeded", "scope", "key")
                        .count()
                > 5);
    }
}
