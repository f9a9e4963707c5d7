package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Members.Member;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorsTest {

    private static final String PAGE = "https://desk.example";
    private static final String TICKETS = "/api/v1/tickets";

    private String host = "";
    private Member member;

    @Inject
    Members members;

    @BeforeEach
    void openToPage() {
        UUID tenant = Ids.next();
        host = tenant + ".desk.test";
        Database.execute(
                "INSERT INTO tenants (tenant_id, slug, name, created_at, updated_at) VALUES (?, ?, 'Web', now(), now())",
                tenant,
                tenant.toString());
        Database.execute("INSERT INTO tenant_hosts (tenant_id, host, created_at) VALUES (?, ?, now())", tenant, host);
        Database.execute(
                "INSERT INTO tenant_settings (tenant_id, cors_origins) VALUES (?, ARRAY['" + PAGE + "'])", tenant);
        member = members.createActive(tenant, host, "none");
        // A host that nobody knows is 404 too.
        Eventually.until("the host is known", () -> Gate.get(host, "/nowhere").status() == 401);
    }

    @Test
    void aListedOriginIsToldWhatItMaySend() {
        // When
        WireAnswer answer = preflight(host, PAGE);

        // Then
        assertEquals(204, answer.status());
        assertEquals(PAGE, answer.header("Access-Control-Allow-Origin"));
        assertTrue(answer.header("Access-Control-Allow-Methods").contains("PATCH"));
        assertTrue(answer.header("Access-Control-Allow-Headers").contains("X-API-Key"));
        assertEquals("600", answer.header("Access-Control-Max-Age"));
        assertEquals("origin", answer.header("Vary").toLowerCase());
        assertFalse(answer.has("Access-Control-Allow-Credentials"));
    }

    @Test
    void aListedOriginMayReadAnswersAndRefusals() {
        // When
        WireAnswer found = Gate.get(host, "/nowhere", key(member.key()), "Origin: " + PAGE);
        WireAnswer refused = Gate.get(host, TICKETS, "Origin: " + PAGE);

        // Then
        assertEquals(404, found.status());
        assertEquals(PAGE, found.header("Access-Control-Allow-Origin"));
        assertTrue(found.header("Access-Control-Expose-Headers").contains("ETag"));
        assertEquals(401, refused.status());
        assertEquals(PAGE, refused.header("Access-Control-Allow-Origin"));
    }

    @Test
    void anyOtherOriginIsToldNothing() {
        for (String origin :
                new String[] {"https://evil.example", "null", "http://desk.example", PAGE + ".evil.example", "*"}) {
            WireAnswer preflight = preflight(host, origin);
            WireAnswer answer = Gate.get(host, "/nowhere", key(member.key()), "Origin: " + origin);

            assertEquals(401, preflight.status(), origin);
            assertFalse(preflight.has("Access-Control-Allow-Origin"), origin);
            assertFalse(answer.has("Access-Control-Allow-Origin"), origin);
            assertEquals("origin", answer.header("Vary").toLowerCase(), "caches must know");
        }
    }

    @Test
    void aTenantThatListsNoOriginHasNone() {
        assertEquals(401, preflight(ACME_HOST, PAGE).status());
        assertFalse(
                Gate.get(ACME_HOST, "/nowhere", key(ADA_KEY), "Origin: " + PAGE).has("Access-Control-Allow-Origin"));
    }

    private static WireAnswer preflight(String host, String origin) {
        return Gate.request(
                "OPTIONS",
                host,
                TICKETS,
                "Origin: " + origin,
                "Access-Control-Request-Method: PATCH",
                "Access-Control-Request-Headers: x-api-key, content-type");
    }
}
