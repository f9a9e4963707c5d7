package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.WireAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody without a credential meets. */
@QuarkusTest
@TestProfile(OpenRouteTest.Narrow.class)
class OpenRouteTest {

    /** Few enough to be used up in a test, and slow to come back. */
    public static class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("deskgraph.public-limit.burst", "20", "deskgraph.public-limit.refill-per-second", "1");
        }
    }

    @Test
    void codesAndPagesPassWithoutACredentialUntilTheAddressHasHadEnough() {
        try (Peer peer = Peer.echo("assets")) {
            List<WireAnswer> passed = new ArrayList<>();
            WireAnswer answer = Gate.get(ACME_HOST, "/api/assets/1/qr");
            while (answer.status() == 200 && passed.size() < 100) {
                passed.add(answer);
                answer = Gate.get(ACME_HOST, passed.size() % 2 == 0 ? "/api/assets/1/qr" : "/a/LAP-1");
            }

            assertTrue(passed.size() >= 20 && passed.size() < 40, () -> passed.size() + " passed");
            JsonPath refusal = JsonPath.from(answer.body());
            assertEquals(429, answer.status());
            assertEquals("RATE_LIMITED", refusal.getString("error.code"));
            assertEquals("\"address\";q=20;w=20", answer.header("RateLimit-Policy"));
            assertEquals("0", answer.header("X-RateLimit-Remaining"));
            assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 1);
            assertEquals(401, Gate.get(ACME_HOST, "/api/assets").status(), "other routes are not counted");
        }
    }
}
