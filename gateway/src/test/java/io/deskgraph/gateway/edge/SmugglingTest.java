package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.gateway.test.WireAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests whose end two readers could see in different places. Each hides a second request in its body, for a path that
 * the gateway routes nowhere: if the service is ever asked for it, the service has read the end elsewhere.
 */
@QuarkusTest
class SmugglingTest {

    private static final String TICKETS = "/api/v1/tickets";
    private static final String HIDDEN = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    private final Queue<String> paths = new ConcurrentLinkedQueue<>();
    private Peer peer;

    @BeforeEach
    void listen() {
        peer = Peer.at("tickets", request -> {
            paths.add(request.path());
            request.bodyHandler(body -> request.response().end("read " + body.length()));
        });
    }

    @AfterEach
    void hangUp() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // two lengths
                "Content-Length: 4\nContent-Length: 100",
                "Content-Length: 0\nContent-Length: 38",
                "Content-Length: 4, 100",
                "Content-Length: +4",
                "Content-Length: 4 4",
                "Content-Length: 0x4",
                "Content-Length: ٤",
                "Content-Length : 4",
                // a length and a coding
                "Content-Length: 4\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\nContent-Length: 4",
                "Content-Length: 44\nTransfer-Encoding: chunked",
                // codings that hide
                "Transfer-Encoding : chunked\nContent-Length: 4",
                "Transfer-Encoding: xchunked\nContent-Length: 4",
                "Transfer-Encoding: chunked\nTransfer-Encoding: identity\nContent-Length: 4",
                "Transfer-Encoding: identity\nTransfer-Encoding: chunked\nContent-Length: 4",
                "Transfer-Encoding: chunked, identity\nContent-Length: 4",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: \"chunked\"\nContent-Length: 4",
                "Transfer-Encoding:\u000bchunked\nContent-Length: 4",
                "Transfer-Encoding:\tchunked\nContent-Length: 4",
                "Transfer-Encoding:\n chunked\nContent-Length: 4",
                "X: y\n Transfer-Encoding: chunked\nContent-Length: 4",
                "X: y\rTransfer-Encoding: chunked\nContent-Length: 4",
                "Transfer_Encoding: chunked\nContent-Length: 4",
                "transfer-encoding: CHUNKED",
                "Connection: Content-Length\nContent-Length: 4",
                "Connection: Transfer-Encoding\nTransfer-Encoding: chunked",
                "Connection: upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\nContent-Length: 4"
            })
    void theServiceNeverSeesWhatIsHiddenInABody(String headers) {
        // When
        exchange(headers, "0\r\n\r\n" + HIDDEN);
        exchange(headers, "abcd" + HIDDEN);
        exchange(headers, Integer.toHexString(HIDDEN.length()) + "\r\n" + HIDDEN + "\r\n0\r\n\r\n");

        // Then
        checkNothingSmuggled();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0\n\n",
                "00000000000000000\r\n\r\n",
                "0;ext\r\n\r\n",
                "0;\n\r\n\r\n",
                "0 \r\n\r\n",
                "+0\r\n\r\n",
                "-1\r\n\r\n",
                "0x0\r\n\r\n",
                "fffffffffffffffff\r\n",
                "4\r\nabcdX\r\n0\r\n\r\n",
                "4;a=\"\r\n\"\r\nabcd\r\n0\r\n\r\n",
                "4\nabcd\n0\n\n",
                "\r\n0\r\n\r\n",
                "0\r\nTrailer: x\r\n\r\n",
                "0\r\nContent-Length: 38\r\n\r\n"
            })
    void chunksThatReadersDisagreeAboutEndNowhereElse(String chunks) {
        // When
        exchange("Transfer-Encoding: chunked", chunks + HIDDEN);

        // Then
        checkNothingSmuggled();
    }

    @Test
    void theAnswerToAHiddenRequestIsItsOwn() {
        // Given: two requests of which the second is a plain, honest one
        try (Wire wire = Wire.open(Gate.port())) {
            wire.send(bytes("Content-Length: 4", "abcd"));
            wire.send(bytes("Content-Length: 2", "ab"));

            // Then
            assertEquals("read 4", wire.receive(false).body());
            assertEquals("read 2", wire.receive(false).body());
        }
    }

    private void checkNothingSmuggled() {
        // Another connection's request, which would be answered with what was smuggled in front of it.
        WireAnswer honest = Gate.get(ACME_HOST, TICKETS + "/honest", Gate.key(ADA_KEY));
        assertEquals("read 0", honest.body());
        assertTrue(
                paths.stream().allMatch(path -> path.equals(TICKETS) || path.equals(TICKETS + "/honest")),
                paths::toString);
    }

    /** What comes back does not matter: a refusal, an answer or a closed connection. */
    private static void exchange(String headers, String body) {
        try (Wire wire = Wire.open(Gate.port())) {
            WireAnswer answer =
                    wire.send(bytes(headers + "\nConnection: close", body)).receiveHead();
            assertTrue(answer.status() < 500, () -> headers + ": " + answer.status());
        } catch (UncheckedIOException closed) {
            // Refused without a word.
            assertTrue(closed.getCause() != null);
        }
    }

    private static byte[] bytes(String headers, String body) {
        String head = "POST " + TICKETS + " HTTP/1.1\r\nHost: " + ACME_HOST + "\r\n" + Gate.key(ADA_KEY) + "\r\n"
                + headers.replace("\n", "\r\n") + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.ISO_8859_1);
    }
}
