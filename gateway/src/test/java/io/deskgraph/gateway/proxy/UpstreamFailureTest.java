package io.deskgraph.gateway.proxy;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UpstreamFailureTest {

    private static final String TICKETS = "/api/v1/tickets";

    private final AtomicInteger requests = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void aServiceThatIsDownIs503(String method) {
        // When
        WireAnswer answer = Gate.send(method, ACME_HOST, TICKETS, "{}", key(ADA_KEY));

        // Then
        Refusal.check(answer, 503, "UNAVAILABLE", "Service unavailable", "The service is not available, try again");
        assertEquals("1", answer.header("Retry-After"));
    }

    @Test
    void aServiceThatComesBackInTimeIsReached() {
        // Given: nobody listens when the request is sent
        CompletableFuture<WireAnswer> answer =
                CompletableFuture.supplyAsync(() -> Gate.get(ACME_HOST, TICKETS, key(ADA_KEY)));

        // When
        try (Peer peer = Peer.echo("tickets")) {

            // Then
            assertEquals("tickets " + TICKETS, answer.join().body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "DELETE"})
    void aConnectionThatBreaksIsTriedAgainIfThatIsHarmless(String method) {
        // Given
        try (Peer peer = breakingFirst()) {

            // When
            WireAnswer answer = Gate.request(method, ACME_HOST, TICKETS, key(ADA_KEY));

            // Then
            assertEquals(200, answer.status());
            assertEquals(2, requests.get());
        }
    }

    @Test
    void connectionsThatHaveDiedTogetherCostNoRequest() {
        // Given: whatever connection it takes, it is one of those
        try (Peer peer = breakingTwiceAndFor(Duration.ofMillis(25))) {

            // When
            WireAnswer answer = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY));

            // Then
            assertEquals(200, answer.status());
            assertEquals(3, requests.get());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void whatMayHaveHadAnEffectIsNotSentTwice(String method) {
        // Given
        try (Peer peer = breakingFirst()) {

            // When
            WireAnswer answer = Gate.send(method, ACME_HOST, TICKETS, "{}", key(ADA_KEY));

            // Then
            Refusal.check(answer, 502, "BAD_GATEWAY", "Bad gateway", "The service broke off before it answered");
            assertEquals(1, requests.get());
        }
    }

    @Test
    void aServiceThatStaysSilentIs504() {
        // Given
        AtomicInteger aborted = new AtomicInteger();
        try (Peer peer =
                Peer.at("tickets", request -> request.connection().closeHandler(closed -> aborted.incrementAndGet()))) {

            // When
            WireAnswer answer = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY));

            // Then
            Refusal.check(answer, 504, "UPSTREAM_TIMEOUT", "Upstream timeout", "The service did not answer in time");
            Eventually.until("the upstream request is given up", () -> aborted.get() == 1);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotPassedOffAsWhole() {
        // Given
        try (Peer peer = Peer.at("tickets", request -> {
            request.response().putHeader("Content-Length", "100").write("half");
            request.connection().close();
        })) {

            // When
            try (Wire wire = Wire.open(Gate.port())) {
                wire.send(Gate.head("POST", ACME_HOST, TICKETS, key(ADA_KEY)));

                // Then
                assertEquals(200, wire.receiveHead().status());
                assertEquals(4, wire.receiveSome(new byte[100]));
                assertTrue(wire.isClosedByPeer());
            }
        }
    }

    @Test
    void aClientThatLeavesEndsTheRequestUpstream() {
        // Given
        AtomicInteger aborted = new AtomicInteger();
        try (Peer peer = Peer.at("tickets", request -> {
            requests.incrementAndGet();
            request.connection().closeHandler(closed -> aborted.incrementAndGet());
        })) {

            // When
            try (Wire wire = Wire.open(Gate.port())) {
                wire.send(Gate.head("GET", ACME_HOST, TICKETS, key(ADA_KEY)));
                Eventually.until("the request arrives", () -> requests.get() == 1);
            }

            // Then
            Eventually.until("the upstream request is given up", () -> aborted.get() == 1);
            assertEquals(1, requests.get());
        }
    }

    private Peer breakingTwiceAndFor(Duration time) {
        AtomicLong second = new AtomicLong();
        return Peer.at("tickets", request -> {
            if (requests.incrementAndGet() == 2) {
                second.set(System.nanoTime());
            }
            if (requests.get() < 3 || System.nanoTime() - second.get() < time.toNanos()) {
                request.connection().close();
            } else {
                request.response().end("ok");
            }
        });
    }

    private Peer breakingFirst() {
        return Peer.at("tickets", request -> {
            if (requests.incrementAndGet() == 1) {
                request.connection().close();
            } else {
                request.response().end("ok");
            }
        });
    }
}
