package io.deskgraph.gateway.limit;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static io.deskgraph.gateway.test.Tenancies.GLOBEX;
import static io.deskgraph.gateway.test.Tenancies.GLOBEX_HOST;
import static io.deskgraph.gateway.test.Tenancies.GRETA_KEY;
import static io.deskgraph.gateway.test.Tenancies.MIA_KEY;
import static io.deskgraph.gateway.test.Tenancies.MSP_HOST;
import static io.deskgraph.gateway.test.Tenancies.TOM_KEY;
import static io.deskgraph.gateway.test.Tenancies.UNKNOWN_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Members.Member;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test has a tenant of its own, for the buckets are as lasting as the process. */
@QuarkusTest
@TestProfile(RateLimitTest.Narrow.class)
class RateLimitTest {

    private static final String TICKETS = "/api/v1/tickets";

    @Inject
    Members members;

    /** Few enough to be used up in a test, and slow to come back. */
    public static class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "deskgraph.rate-limit.key.burst", "20",
                    "deskgraph.rate-limit.key.refill-per-second", "1",
                    "deskgraph.rate-limit.tenant.burst", "30",
                    "deskgraph.rate-limit.tenant.refill-per-second", "1");
        }
    }

    @Test
    void aKeyThatAsksTooOftenIsToldWhenToComeBack() {
        try (Peer peer = Peer.echo("tickets")) {
            // Given
            WireAnswer first = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY));

            // When
            WireAnswer last = untilRefused(ACME_HOST, List.of(ADA_KEY));

            // Then
            assertEquals(200, first.status());
            assertEquals("\"key\";q=20;w=20", first.header("RateLimit-Policy"));
            assertEquals("\"key\";r=19;t=1", first.header("RateLimit"));
            assertEquals("20", first.header("X-RateLimit-Limit"));
            assertEquals("19", first.header("X-RateLimit-Remaining"));
            assertFalse(first.has("Retry-After"));
            checkRefusal(last);
            assertEquals("\"key\";q=20;w=20", last.header("RateLimit-Policy"));
            assertTrue(Instant.parse(last.header("X-RateLimit-Reset")).isAfter(Instant.EPOCH));
            assertEquals(200, Gate.get(ACME_HOST, TICKETS, key(TOM_KEY)).status(), "another key of the tenant");
        }
    }

    @Test
    void theKeysOfATenantShareItsLimitAndOthersAreNotConcerned() {
        try (Peer peer = Peer.echo("tickets")) {
            // Given
            List<String> keys = List.of(
                    GRETA_KEY,
                    members.createActive(GLOBEX, GLOBEX_HOST, "Admin").key(),
                    members.createActive(GLOBEX, GLOBEX_HOST, "Admin").key());

            // When
            WireAnswer refused = untilRefused(GLOBEX_HOST, keys);

            // Then
            checkRefusal(refused);
            assertEquals("\"tenant\";q=30;w=30", refused.header("RateLimit-Policy"));
            assertEquals(200, Gate.get(MSP_HOST, TICKETS, key(MIA_KEY)).status());
        }
    }

    @Test
    void aTenantsSettingHoldsForEachOfItsKeys() {
        // Given
        UUID tenant = Ids.next();
        String host = tenant + ".desk.test";
        Database.execute(
                "INSERT INTO tenants (tenant_id, slug, name, created_at, updated_at) VALUES (?, ?, 'Slow', now(), now())",
                tenant,
                tenant.toString());
        Database.execute("INSERT INTO tenant_hosts (tenant_id, host, created_at) VALUES (?, ?, now())", tenant, host);
        Database.execute(
                "INSERT INTO tenant_settings (tenant_id, rate_burst, rate_refill_per_second) VALUES (?, 3, 1)", tenant);
        Member member = members.createActive(tenant, host, "none");

        // When
        WireAnswer refused = untilRefused(host, List.of(member.key()));

        // Then
        checkRefusal(refused);
        assertEquals("\"key\";q=3;w=3", refused.header("RateLimit-Policy"));
    }

    @Test
    void whoeverHasNoKeyHasNoBucket() {
        for (int i = 0; i < 40; i++) {
            WireAnswer answer = Gate.get(MSP_HOST, TICKETS, key(UNKNOWN_KEY));
            assertEquals(401, answer.status());
            assertFalse(answer.has("RateLimit"));
        }
    }

    private static WireAnswer untilRefused(String host, List<String> keys) {
        WireAnswer answer = Gate.get(host, TICKETS, key(keys.get(0)));
        for (int i = 0; i < 60 && answer.status() != 429; i++) {
            answer = Gate.get(host, TICKETS, key(keys.get(i % keys.size())));
        }
        return answer;
    }

    private static void checkRefusal(WireAnswer answer) {
        assertEquals(429, answer.status());
        JsonPath body = JsonPath.from(answer.body());
        assertEquals("RATE_LIMITED", body.getString("error.code"));
        assertEquals("Too many requests", body.getString("message"));
        assertEquals(0, body.getInt("error.details.remaining"));
        assertTrue(body.getInt("error.details.retry_after_ms") > 0);
        assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 1);
        assertEquals("0", answer.header("X-RateLimit-Remaining"));
    }
}
