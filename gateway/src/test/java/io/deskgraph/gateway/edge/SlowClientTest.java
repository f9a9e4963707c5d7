package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.Trickle;
import io.deskgraph.gateway.test.Wire;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Clients that never fall silent for long and never come to the point. */
@QuarkusTest
@TestProfile(SlowClientTest.Impatient.class)
class SlowClientTest {

    private static final String TICKETS = "/api/v1/tickets";

    @TestHTTPResource(value = "/health", management = true)
    URL management;

    /** Seconds where there are usually tens of them. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "deskgraph.http.head-timeout", "1s",
                    "deskgraph.proxy.body-grace", "1s",
                    "deskgraph.proxy.response-timeout", "5s");
        }
    }

    @Test
    void aHeadThatTricklesIsCutOff() {
        try (Wire wire = Wire.open(Gate.port())) {
            // When
            CompletableFuture<Void> trickle = trickle(wire, "GET " + TICKETS + " HTTP/1.1\r\nX-Slow: ");

            // Then
            assertTrue(wire.isClosedByPeer());
            trickle.join();
        }
    }

    @Test
    void soIsTheHeadOfALaterRequest() {
        try (Peer peer = Peer.echo("tickets");
                Wire wire = Wire.open(Gate.port())) {
            // Given
            wire.send(Gate.head("GET", ACME_HOST, TICKETS, key(ADA_KEY)));
            assertEquals(200, wire.receive(false).status());

            // When
            CompletableFuture<Void> trickle = trickle(wire, "GET " + TICKETS + " HTTP/1.1\r\nX-Slow: ");

            // Then
            assertTrue(wire.isClosedByPeer());
            trickle.join();
        }
    }

    @Test
    void aBodyThatTricklesIsCutOff() {
        try (Peer peer = Peer.at(
                        "tickets",
                        request ->
                                request.bodyHandler(body -> request.response().end("whole")));
                Wire wire = Wire.open(Gate.port())) {
            // Given
            wire.send(Gate.head("POST", ACME_HOST, TICKETS, key(ADA_KEY), "Content-Length: 10000"));

            // When
            CompletableFuture<Void> trickle = trickle(wire, "");

            // Then
            Refusal.check(
                    wire.receive(false),
                    408,
                    "REQUEST_TIMEOUT",
                    "Request timeout",
                    "The request body did not arrive in time");
            trickle.join();
        }
    }

    @Test
    void whoeverPausesBetweenRequestsOrSendsABodyInTwoPartsIsNotCutOff() {
        try (Peer peer = Peer.at(
                        "tickets",
                        request ->
                                request.bodyHandler(body -> request.response().end("whole")));
                Wire wire = Wire.open(Gate.port())) {
            for (int i = 0; i < 2; i++) {
                // When
                wire.send(Gate.head("POST", ACME_HOST, TICKETS, key(ADA_KEY), "Content-Length: 4"));
                wire.send("ab".getBytes(StandardCharsets.US_ASCII));
                pause();
                wire.send("cd".getBytes(StandardCharsets.US_ASCII));

                // Then
                assertEquals("whole", wire.receive(false).body());
                pause();
            }
        }
    }

    @Test
    void whoeverAsksTheManagementPortIsNobodyToCutOff() {
        try (Wire wire = Wire.open(management.getPort())) {
            for (int i = 0; i < 3; i++) {
                wire.send(Gate.head("GET", "127.0.0.1", "/q/health/live"));
                assertEquals(200, wire.receive(false).status());
                pause();
            }
        }
    }

    /** Longer than a head may take. */
    private static void pause() {
        Trickle.pause(1_500);
    }

    private static CompletableFuture<Void> trickle(Wire wire, String begin) {
        return Trickle.begin(begin, wire::send);
    }
}
