package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.proxy.ProxyConfig;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LimitTest {

    private static final int MIB = 1024 * 1024;
    private static final String TICKETS = "/api/v1/tickets";

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger aborted = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();
    private Peer peer;

    @Inject
    ProxyConfig patience;

    @ConfigProperty(name = "quarkus.http.idle-timeout")
    Duration idle;

    @BeforeEach
    void listen() {
        peer = Peer.at("tickets", request -> {
            requests.incrementAndGet();
            request.handler(chunk -> received.addAndGet(chunk.length()));
            request.exceptionHandler(failure -> aborted.incrementAndGet());
            request.endHandler(end -> request.response().end("whole"));
        });
    }

    @AfterEach
    void hangUp() {
        peer.close();
    }

    /** Nothing is on the wire of a request whose service works on it, and that must not look like a client that is gone. */
    @Test
    void theServerOutwaitsTheSlowestAnswer() {
        assertTrue(idle.compareTo(patience.responseTimeout()) > 0);
        assertTrue(idle.compareTo(patience.slowResponseTimeout()) > 0);
    }

    @Test
    void aTargetMayHave8KiB() {
        // When
        WireAnswer longest =
                Gate.get(ACME_HOST, TICKETS + "?q=" + "x".repeat(8 * 1024 - TICKETS.length() - 3), key(ADA_KEY));
        WireAnswer longer =
                Gate.get(ACME_HOST, TICKETS + "?q=" + "x".repeat(8 * 1024 - TICKETS.length() - 2), key(ADA_KEY));

        // Then
        assertEquals(200, longest.status());
        Refusal.check(longer, 414, "URI_TOO_LONG", "URI too long", "The request target is longer than 8 KiB");
    }

    @Test
    void aHeaderBlockMayHave16KiB() {
        // When
        WireAnswer large = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), "X-Large: " + "x".repeat(15 * 1024));
        WireAnswer larger = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), "X-Large: " + "x".repeat(16 * 1024));

        // Then
        assertEquals(200, large.status());
        Refusal.check(
                larger,
                431,
                "HEADERS_TOO_LARGE",
                "Request header fields too large",
                "The request headers are larger than 16 KiB");
    }

    @Test
    void aDeclaredBodyOverTheLimitIsNotForwarded() {
        // When
        List<String> head = Gate.head("POST", ACME_HOST, TICKETS, key(ADA_KEY), "Content-Length: " + (MIB + 1));
        WireAnswer answer = Wire.exchange(Gate.port(), head, new byte[MIB + 1]);

        // Then
        checkTooLarge(answer);
        assertEquals(0, requests.get());
    }

    @Test
    void aBodyOfExactlyTheLimitPasses() {
        // When
        List<String> head = Gate.head("POST", ACME_HOST, TICKETS, key(ADA_KEY), "Content-Length: " + MIB);
        WireAnswer answer = Wire.exchange(Gate.port(), head, new byte[MIB]);

        // Then
        assertEquals("whole", answer.body());
        assertEquals(MIB, received.get());
    }

    @Test
    void aChunkedBodyIsCutOffWhenItPassesTheLimit() {
        // Given
        byte[] chunk = chunk(64 * 1024);
        List<String> head = Gate.head("POST", ACME_HOST, TICKETS, key(ADA_KEY), "Transfer-Encoding: chunked");

        // When
        try (Wire wire = Wire.open(Gate.port())) {
            wire.send(head);
            for (int i = 0; i < 17; i++) {
                wire.send(chunk);
            }

            // Then
            checkTooLarge(wire.receive(false));
        }
        Eventually.until("the upstream request is aborted", () -> aborted.get() == 1);
        assertTrue(received.get() <= MIB);
    }

    @Test
    void anEndlessBodyEndsWithTheConnection() {
        // Given
        byte[] chunk = chunk(64 * 1024);
        List<String> head = Gate.head("POST", ACME_HOST, TICKETS, key(ADA_KEY), "Transfer-Encoding: chunked");

        // When
        try (Wire wire = Wire.open(Gate.port())) {
            wire.send(head);
            for (int i = 0; i < 17; i++) {
                wire.send(chunk);
            }
            checkTooLarge(wire.receive(false));

            // Then: the client sends nothing more and does not end the body either
            assertTrue(wire.isClosedByPeer());
        }
    }

    @Test
    void importsAndDocumentsMayBeLarger() {
        // When
        List<String> head =
                Gate.head("POST", ACME_HOST, TICKETS + "/1/documents", key(ADA_KEY), "Content-Length: " + 2 * MIB);
        WireAnswer answer = Wire.exchange(Gate.port(), head, new byte[2 * MIB]);

        // Then
        assertEquals(200, answer.status());
        assertEquals(2 * MIB, received.get());
    }

    @Test
    void otherCodingsThanChunkedAreRefused() {
        // When
        WireAnswer answer = Gate.request("POST", ACME_HOST, TICKETS, key(ADA_KEY), "Transfer-Encoding: gzip, chunked");

        // Then
        assertEquals(400, answer.status());
        assertEquals(0, requests.get());
    }

    private static void checkTooLarge(WireAnswer answer) {
        Refusal.check(answer, 413, "PAYLOAD_TOO_LARGE", "Payload too large", "The request body is too large");
    }

    private static byte[] chunk(int size) {
        return (Integer.toHexString(size) + "\r\n" + "x".repeat(size) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
