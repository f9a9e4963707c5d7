package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static io.deskgraph.gateway.test.Tenancies.UNKNOWN_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.Scrape;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EdgeMetricsTest.SoonFull.class)
class EdgeMetricsTest {

    private static final String TICKET = "/api/v1/tickets/0198";
    private static final String REQUESTS = "deskgraph_http_requests_seconds_count";
    private static final String CREDENTIALS = "deskgraph_gateway_credentials_total";

    private final Scrape before = Scrape.now();

    /** Addresses are soon shut out, and soon have read enough without a credential. */
    public static class SoonFull implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "deskgraph.lock-out.failures", "3",
                    "deskgraph.public-limit.burst", "2",
                    "deskgraph.public-limit.refill-per-second", "1");
        }
    }

    @Test
    void whatIsForwardedIsCountedUnderItsRouteAndTenant() {
        try (Peer peer = Peer.echo("tickets")) {
            // When
            assertEquals(200, Gate.get(ACME_HOST, TICKET, key(ADA_KEY)).status());

            // Then
            grows(REQUESTS, "route=/api/v1/tickets/**", "method=GET", "status=2xx");
            grows("deskgraph_tenant_requests_total", "tenant=acme", "status=2xx");
            grows("deskgraph_gateway_forwarded_seconds_count", "service=tickets", "outcome=answered");
            grows(CREDENTIALS, "outcome=good");
            grows("deskgraph_gateway_rate_admitted_total", "scope=key");
            assertFalse(
                    Scrape.now().samples().stream()
                            .anyMatch(sample -> sample.labels().containsValue(TICKET)),
                    "no path is a label");
        }
    }

    @Test
    void aClientThatLeavesInMidAnswerIsCountedAsGone() {
        // Given
        try (Peer peer = Peer.at("tickets", EdgeMetricsTest::beginAnswer)) {

            // When
            try (Wire wire = Wire.open(Gate.port())) {
                wire.send(Gate.head("GET", ACME_HOST, TICKET, key(ADA_KEY)));
                assertEquals(200, wire.receiveHead().status());
            }

            // Then
            grows(REQUESTS, "route=/api/v1/tickets/**", "method=GET", "status=gone");
            grows("deskgraph_gateway_forwarded_seconds_count", "service=tickets", "outcome=abandoned");
        }
    }

    @Test
    void soIsOneWhoseAnswerTheServiceBreaksOff() {
        // Given
        try (Peer peer = Peer.at("tickets", request -> {
                    beginAnswer(request);
                    request.connection().close();
                });
                Wire wire = Wire.open(Gate.port())) {

            // When
            wire.send(Gate.head("DELETE", ACME_HOST, TICKET, key(ADA_KEY)));
            assertEquals(200, wire.receiveHead().status());

            // Then
            grows(REQUESTS, "route=/api/v1/tickets/**", "method=DELETE", "status=gone");
            grows("deskgraph_gateway_forwarded_seconds_count", "service=tickets", "outcome=cut");
        }
    }

    @Test
    void theGatewaysOwnResourcesHaveTheirTemplates() {
        Gate.get(ACME_HOST, "/api/v1/api-keys/" + java.util.UUID.randomUUID(), key(ADA_KEY));

        grows(REQUESTS, "route=/api/v1/api-keys/{id}", "method=GET", "status=4xx");
        grows("authorization_decisions_total", "kind=permission", "outcome=allowed");
    }

    @Test
    void credentialsAreCountedByOutcomeAndNothingElse() {
        // When
        Gate.get(ACME_HOST, TICKET);
        IntStream.range(0, 5).forEach(i -> Gate.get(ACME_HOST, TICKET, key(UNKNOWN_KEY)));

        // Then
        grows(CREDENTIALS, "outcome=missing");
        grows(CREDENTIALS, "outcome=invalid");
        grows(CREDENTIALS, "outcome=locked_out");
        grows("deskgraph_gateway_refused_total", "code=UNAUTHORIZED");
        grows(REQUESTS, "route=/api/v1/tickets/**", "status=4xx");
        assertTrue(Scrape.now().matching(CREDENTIALS).stream()
                .allMatch(sample -> sample.labels().keySet().equals(java.util.Set.of("outcome"))));
    }

    @Test
    void anAddressThatReadsTooMuchIsCounted() {
        IntStream.range(0, 4).forEach(i -> Gate.get(ACME_HOST, "/api/version"));

        grows("deskgraph_gateway_rate_admitted_total", "scope=address");
        grows("deskgraph_gateway_rate_exceeded_total", "scope=address");
    }

    @Test
    void furtherAttemptsAndTheStateOfReplicasAreTold() {
        // Given
        String replica = "replica=127.0.0.1:" + Peer.port("links");

        // When
        Gate.get(ACME_HOST, "/asset-links/x", key(ADA_KEY));

        // Then
        grows("deskgraph_gateway_retries_total", "service=links");
        grows("deskgraph_gateway_forwarded_seconds_count", "service=links", "outcome=failed");
        assertEquals(1, Scrape.now().sum("deskgraph_gateway_replica_state", "service=links", replica));
        try (Peer back = Peer.echo("links")) {
            Eventually.until(
                    "well again",
                    () -> Gate.get(ACME_HOST, "/asset-links/x", key(ADA_KEY)).status() == 200
                            && Scrape.now().sum("deskgraph_gateway_replica_state", "service=links", replica) == 0);
            assertEquals(0, Scrape.now().sum("deskgraph_gateway_replica_requests", "service=links", replica));
        }
    }

    @Test
    void thePoolTellsWhatItDoes() {
        for (String name : new String[] {"sql_pool_active", "sql_pool_idle", "sql_pool_queue_size"}) {
            assertTrue(before.has(name), name);
        }
    }

    private static void beginAnswer(HttpServerRequest request) {
        request.response().setChunked(true).write("some");
    }

    private void grows(String name, String... labels) {
        Eventually.until(name, () -> Scrape.now().sum(name, labels) > before.sum(name, labels));
    }
}
