package io.deskgraph.gateway.proxy;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The peer and the client live in this JVM too, so what they are handed must not be kept either. */
@QuarkusTest
class StreamingTest {

    private static final int MIB = 1024 * 1024;
    private static final int PIECES = 50;
    private static final long NOT_ALL = 32L * MIB;
    private static final String DOCUMENTS = "/api/v1/tickets/1/documents";

    private final AtomicLong received = new AtomicLong();

    @Test
    void anUploadFlowsWhileItIsSent() {
        // Given
        try (Peer peer = Peer.at("tickets", request -> {
            request.handler(chunk -> received.addAndGet(chunk.length()));
            request.endHandler(end -> request.response().end("" + received));
        })) {
            try (Wire wire = Wire.open(Gate.port())) {
                wire.send(Gate.head(
                        "POST", ACME_HOST, DOCUMENTS, key(ADA_KEY), "Content-Length: " + (long) PIECES * MIB));
                byte[] piece = new byte[MIB];

                // When
                wire.send(piece);

                // Then
                Eventually.until("the first piece arrives before the others are sent", () -> received.get() == MIB);
                for (int i = 1; i < PIECES; i++) {
                    wire.send(piece);
                }
                assertEquals("" + (long) PIECES * MIB, wire.receive(false).body());
            }
        }
    }

    @Test
    void aDownloadFlowsWhileItIsMade() {
        // Given
        AtomicReference<HttpServerResponse> download = new AtomicReference<>();
        try (Peer peer = Peer.at("tickets", request -> {
            HttpServerResponse response = request.response().setChunked(true);
            response.write("first");
            download.set(response);
        })) {
            try (Wire wire = Wire.open(Gate.port())) {

                // When
                wire.send(Gate.head("GET", ACME_HOST, DOCUMENTS, key(ADA_KEY)));

                // Then
                assertEquals(200, wire.receiveHead().status());
                byte[] buffer = new byte[64];
                int length = wire.receiveSome(buffer);
                assertTrue(new String(buffer, 0, length, US_ASCII).contains("first"));
                download.get().end("last");
                length = wire.receiveSome(buffer);
                assertTrue(new String(buffer, 0, length, US_ASCII).contains("last"));
            }
        }
    }

    @Test
    void aSlowReaderHoldsTheServiceBack() {
        // Given
        try (Peer peer = Peer.at("tickets", request -> pour(request.response().setChunked(true)))) {
            try (Wire wire = Wire.open(Gate.port())) {

                // When: the client asks and does not read
                wire.send(Gate.head("GET", ACME_HOST, DOCUMENTS, key(ADA_KEY)));
                wire.receiveHead();
                long stalled = Eventually.get("the flow stalls", this::sentInAWhile, sent -> sent >= 0);

                // Then
                assertTrue(stalled < NOT_ALL, "sent " + stalled);
            }
        }
    }

    @Test
    void aSlowServiceHoldsTheClientBack() {
        // Given
        AtomicLong sent = new AtomicLong();
        try (Peer peer = Peer.at("tickets", request -> request.pause())) {
            try (Wire wire = Wire.open(Gate.port())) {
                wire.send(Gate.head(
                        "POST", ACME_HOST, DOCUMENTS, key(ADA_KEY), "Content-Length: " + (long) PIECES * MIB));
                Thread sender = new Thread(() -> sendAll(wire, sent));
                sender.start();

                // When: the service reads nothing, until the gateway gives up on it
                WireAnswer answer = wire.receive(false);

                // Then
                assertEquals(504, answer.status());
                assertTrue(sent.get() < NOT_ALL, "sent " + sent.get());
            }
        }
    }

    @Test
    void aClientThatWaitsForContinueGetsIt() {
        // Given
        try (Peer peer = Peer.at(
                "tickets",
                request -> request.bodyHandler(body -> request.response().end(body)))) {
            try (Wire wire = Wire.open(Gate.port())) {
                List<String> head = Gate.head(
                        "POST", ACME_HOST, DOCUMENTS, key(ADA_KEY), "Content-Length: 5", "Expect: 100-continue");

                // When
                int interim = wire.send(head).receiveHead().status();
                WireAnswer answer = wire.send("hello".getBytes(US_ASCII)).receive(false);

                // Then
                assertEquals(100, interim);
                assertEquals("hello", answer.body());
            }
        }
    }

    @Test
    void aConnectionServesManyRequests() {
        // Given
        try (Peer peer = Peer.at(
                "tickets",
                request -> request.bodyHandler(body -> request.response().end(body)))) {
            try (Wire wire = Wire.open(Gate.port())) {
                for (int i = 0; i < 20; i++) {

                    // When
                    String body = "body " + i;
                    wire.send(Gate.head("POST", ACME_HOST, DOCUMENTS, key(ADA_KEY), "Content-Length: " + body.length()))
                            .send(body.getBytes(US_ASCII));

                    // Then
                    assertEquals(body, wire.receive(false).body());
                }
            }
        }
    }

    private void pour(HttpServerResponse response) {
        Buffer piece = Buffer.buffer(new byte[MIB]);
        while (received.get() < (long) PIECES * MIB) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> pour(response));
                return;
            }
            response.write(piece);
            received.addAndGet(MIB);
        }
        response.end();
    }

    /** What has been sent so far if nothing more is sent for a moment, else -1. */
    private long sentInAWhile() {
        long before = received.get();
        LockSupport.parkNanos(200_000_000);
        return before > 0 && before == received.get() ? before : -1;
    }

    private static void sendAll(Wire wire, AtomicLong sent) {
        byte[] piece = new byte[MIB];
        try {
            for (int i = 0; i < PIECES; i++) {
                wire.send(piece);
                sent.addAndGet(MIB);
            }
        } catch (UncheckedIOException closed) {
            // The test has seen enough.
        }
    }
}
