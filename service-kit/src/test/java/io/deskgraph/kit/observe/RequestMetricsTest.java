package io.deskgraph.kit.observe;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.Scrape;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestMetricsTest {

    private static final String COUNT = "deskgraph_http_requests_seconds_count";
    private static final String DECISIONS = "authorization_decisions_total";

    private final TestTokens reader = TestTokens.with("parcel:read", "note:read", "note:create");

    @Test
    void aRequestIsCountedUnderItsTemplateMethodAndStatus() {
        // Given
        Scrape before = Scrape.now();

        // When
        get("/parcels/one?secret=1", 200);

        // Then
        grows(before, COUNT, "route=/parcels/one", "method=GET", "status=2xx");
        Scrape after = Scrape.now();
        assertTrue(after.has(
                "deskgraph_http_requests_seconds_bucket", "route=/parcels/one", "method=GET", "status=2xx", "le=0.05"));
        assertTrue(after.sum("deskgraph_http_requests_seconds_sum", "route=/parcels/one") > 0);
    }

    @Test
    void whatNoRouteFitsIsOneRouteWhateverItsPathAndMethod() {
        // Given
        Scrape before = Scrape.now();

        // When
        get("/nowhere/" + UUID.randomUUID(), 404);
        given().header("Authorization", reader.bearer()).request("BREW", "/nowhere/" + UUID.randomUUID());

        // Then
        grows(before, COUNT, "route=unmatched", "method=GET", "status=4xx");
        grows(before, COUNT, "route=unmatched", "method=other", "status=4xx");
        Set<String> routes = Scrape.now().matching(COUNT).stream()
                .map(sample -> sample.labels().get("route"))
                .collect(Collectors.toSet());
        assertFalse(routes.stream().anyMatch(route -> route.contains("nowhere")), routes.toString());
    }

    @Test
    void aFailureOfOursIsOne() {
        Scrape before = Scrape.now();

        get("/failures/bug", 500);

        grows(before, COUNT, "route=/failures/bug", "status=5xx");
    }

    @Test
    void tenantsAreCountedByName() {
        Scrape before = Scrape.now();

        get("/parcels/one", 200);

        grows(before, "deskgraph_tenant_requests_total", "tenant=acme", "status=2xx");
    }

    @Test
    void aPermissionThatSufficesAndOneThatIsMissingAreCounted() {
        // Given
        Scrape before = Scrape.now();

        // When
        get("/parcels/one", 200);
        given().header("Authorization", TestTokens.with("note:read").bearer())
                .get("/parcels/one")
                .then()
                .statusCode(403);

        // Then
        grows(before, DECISIONS, "kind=permission", "outcome=allowed");
        grows(before, DECISIONS, "kind=permission", "outcome=denied");
        grows(before, DECISIONS, "kind=route", "outcome=allowed");
    }

    @Test
    void aCallerWithoutATokenIsCounted() {
        Scrape before = Scrape.now();

        given().get("/parcels/one").then().statusCode(401);
        given().header("Authorization", "Bearer nonsense")
                .get("/parcels/one")
                .then()
                .statusCode(401);

        Eventually.passes(() -> assertEquals(2, grown(before, DECISIONS, "kind=token", "outcome=denied")));
    }

    @Test
    void repeatsOfAKeyAreCountedByWhatBecameOfThem() {
        // Given
        Scrape before = Scrape.now();
        TestTokens caller = TestTokens.with("note:create").tenant(Ids.next(), "repeats");

        // When
        note(caller, "{\"text\":\"a\"}", 201);
        note(caller, "{\"text\":\"a\"}", 201);
        note(caller, "{\"text\":\"b\"}", 422);

        // Then
        assertEquals(1, grown(before, "idempotency_repeats_total", "outcome=replayed"));
        assertEquals(1, grown(before, "idempotency_repeats_total", "outcome=refused"));
        assertTrue(Scrape.now().has("idempotency_repeats_total", "outcome=in_flight"));
    }

    @Test
    void thePoolTellsWhatItDoes() {
        // Given
        Scrape before = Scrape.now();

        // When
        get("/notes", 200);

        // Then
        grows(before, "sql_pool_completed_total");
        grows(before, "sql_pool_usage_seconds_count");
        Scrape after = Scrape.now();
        for (String gauge :
                new String[] {"sql_pool_active", "sql_pool_idle", "sql_pool_queue_size", "sql_pool_ratio"}) {
            assertTrue(after.has(gauge), gauge);
        }
        assertTrue(after.has("sql_pool_queue_delay_seconds_max"));
        assertFalse(after.samples().stream().anyMatch(sample -> sample.name().startsWith("http_server_requests")));
    }

    private void get(String path, int status) {
        given().header("Authorization", reader.bearer()).get(path).then().statusCode(status);
    }

    private static void note(TestTokens caller, String body, int status) {
        given().header("Authorization", caller.bearer())
                .header("Idempotency-Key", "metrics")
                .contentType("application/json")
                .body(body)
                .post("/notes")
                .then()
                .statusCode(status);
    }

    /** The end of an exchange may come a moment after its answer. */
    private static void grows(Scrape before, String name, String... labels) {
        Eventually.until(name, () -> grown(before, name, labels) >= 1);
    }

    private static double grown(Scrape before, String name, String... labels) {
        return Scrape.now().sum(name, labels) - before.sum(name, labels);
    }
}
