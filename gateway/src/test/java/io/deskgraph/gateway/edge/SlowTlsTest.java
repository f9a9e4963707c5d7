package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Streams;
import io.deskgraph.gateway.test.Trickle;
import io.deskgraph.gateway.test.UnderTls;
import io.deskgraph.gateway.test.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Under TLS nobody gets more time to say what they want, over neither protocol. */
@QuarkusTest
@TestProfile(UnderTls.class)
class SlowTlsTest {

    private static final String TICKETS = "/api/v1/tickets";
    private static final String ENDLESS = "GET " + TICKETS + " HTTP/1.1\r\nX-Slow: ";
    private static final int SETTINGS_MAX_CONCURRENT_STREAMS = 3;
    private static final int HEADERS = 1;

    /** What a client that shakes hands says first: a record of 512 bytes is to come. */
    private static final String RECORD = "\u0016\u0003\u0001\u0002\u0000";

    @Test
    void aHeadThatTricklesIsCutOff() {
        try (Wire wire = Wire.openTls(UnderTls.port())) {
            CompletableFuture<Void> trickle = Trickle.begin(ENDLESS, wire::send);

            assertTrue(wire.isClosedByPeer());
            trickle.join();
        }
    }

    @Test
    void soIsTheHeadOfALaterRequest() {
        try (Peer peer = Peer.echo("tickets");
                Wire wire = Wire.openTls(UnderTls.port())) {
            // Given
            wire.send(Gate.head("GET", ACME_HOST, TICKETS, key(ADA_KEY)));
            assertEquals(200, wire.receive(false).status());

            // When
            CompletableFuture<Void> trickle = Trickle.begin(ENDLESS, wire::send);

            // Then
            assertTrue(wire.isClosedByPeer());
            trickle.join();
        }
    }

    @Test
    void soIsAHandshakeThatTrickles() {
        try (Wire wire = Wire.open(UnderTls.port())) {
            CompletableFuture<Void> trickle = Trickle.begin(RECORD, wire::send);

            assertTrue(wire.isClosedByPeer());
            trickle.join();
        }
    }

    @Test
    void whoeverPausesBetweenRequestsIsNotCutOff() {
        try (Peer peer = Peer.echo("tickets");
                Wire wire = Wire.openTls(UnderTls.port())) {
            for (int i = 0; i < 2; i++) {
                wire.send(Gate.head("GET", ACME_HOST, TICKETS, key(ADA_KEY)));
                assertEquals(200, wire.receive(false).status());
                Trickle.pause(1_500);
            }
        }
    }

    @Test
    void aHeadWithoutAnEndIsCutOffOverHttp2() {
        try (Streams streams = Streams.open(UnderTls.port())) {
            // Given: nothing but the rest of the head may come now, not even what a well-behaved client says at first
            streams.setting(SETTINGS_MAX_CONCURRENT_STREAMS);
            long begun = System.nanoTime();

            // When
            streams.headers(
                    1,
                    Streams.END_STREAM,
                    ":method",
                    "GET",
                    ":scheme",
                    "https",
                    ":path",
                    TICKETS,
                    ":authority",
                    ACME_HOST);
            streams.awaitClosed();

            // Then
            assertTrue(System.nanoTime() - begun > 500_000_000L, "because of the time it takes, and of nothing else");
        }
    }

    @Test
    void soIsAFrameThatTrickles() {
        try (Streams streams = Streams.open(UnderTls.port())) {
            // Given: a frame of 256 bytes is to come
            streams.setting(SETTINGS_MAX_CONCURRENT_STREAMS);
            streams.write(new byte[] {0, 1, 0, HEADERS, Streams.END_STREAM | Streams.END_HEADERS, 0, 0, 0, 1});

            // When
            CompletableFuture<Void> trickle = Trickle.begin("", streams::write);

            // Then
            streams.awaitClosed();
            trickle.join();
        }
    }
}
