package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Streams.END_HEADERS;
import static io.deskgraph.gateway.test.Streams.END_STREAM;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Streams;
import io.deskgraph.gateway.test.Streams.Told;
import io.deskgraph.gateway.test.UnderTls;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.http.HttpServerRequest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that make the most of what HTTP/2 lets them say. */
@QuarkusTest
@TestProfile(UnderTls.class)
class Http2Test {

    private static final String TICKETS = "/api/v1/tickets";
    private static final int MAX_CONCURRENT_STREAMS = 3;
    private static final int STREAMS = 100;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private Peer tickets;

    @BeforeEach
    void listen() {
        tickets = Peer.at("tickets", this::answer);
    }

    @AfterEach
    void fallSilent() {
        tickets.close();
    }

    private void answer(HttpServerRequest request) {
        seen.add(request.method() + " " + request.uri());
        switch (request.path()) {
            case TICKETS + "/never" -> request.handler(bytes -> {});
            case TICKETS + "/half" -> {
                request.response().setChunked(true).write("half");
                request.response().exceptionHandler(gone -> {});
                tickets.vertx().setTimer(300, later -> request.connection().close());
            }
            default -> request.bodyHandler(body -> request.response().end("read " + body.length()));
        }
    }

    /** Each line is {@code name=value}, and comes after or instead of what an honest request has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // lines that would become two
                "x-a=b\r\nx-tenant: globex",
                "x-a=b\r\n\r\nGET /smuggled HTTP/1.1\r\nhost: " + ACME_HOST,
                "x-a=b\nc",
                "x-a=b\rc",
                "x-a=b\u0000c",
                "x-a\r\nx-b: c=d",
                "x-a: b=c",
                "x a=b",
                "X-Upper=b",
                "=b",
                // what belongs to connections
                "transfer-encoding=chunked",
                "connection=keep-alive",
                "keep-alive=timeout=5",
                "proxy-connection=close",
                "upgrade=h2c",
                "te=gzip",
                // lengths that lie
                "content-length=1",
                "content-length=0\ncontent-length=1",
                "content-length=-1",
                "content-length=+0",
                "content-length=0x0",
                // where it goes
                ":path=/api/v1/tickets HTTP/1.1\r\nx: y",
                ":path=/api/v1/tickets/../../internal",
                ":path=/api/v1/tickets\t",
                ":path=",
                ":path=*",
                ":path=http://globex.desk.test/api/v1/tickets",
                ":method=GET / HTTP/1.1\r\nx: y",
                ":method=G T",
                ":method=",
                ":authority=ada@" + ACME_HOST,
                ":authority=" + ACME_HOST + "\r\nx: y",
                ":authority=",
                "host=globex.desk.test",
                ":scheme=",
                ":unknown=x",
                ":path=/api/v1/tickets\n:path=/api/v1/boards",
                ":status=200"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String lines) {
        // When
        Told told;
        try (Streams streams = Streams.open(UnderTls.port())) {
            streams.headers(1, END_STREAM | END_HEADERS, with(lines));
            told = streams.await(1);
        }

        // Then
        assertTrue(told.status() == 0 || told.status() >= 400 && told.status() < 500, told::toString);
        assertEquals(List.of(), seen, "the service has seen nothing");
        assertEquals("read 0", honest().body());
    }

    @Test
    void aBodyIsAsLongAsItsHeadSays() {
        for (String length : List.of("3", "5")) {
            try (Streams streams = Streams.open(UnderTls.port())) {
                streams.headers(1, END_HEADERS, with(":method=POST\ncontent-length=" + length));
                streams.data(1, END_STREAM, "abcd".getBytes(StandardCharsets.US_ASCII));

                Told told = streams.await(1);
                assertTrue(told.status() == 0 || told.status() >= 400, told::toString);
            }
        }
        assertEquals("read 0", honest().body());
    }

    @Test
    void oneConnectionHasNoMoreThanSoManyRequestsUnderWay() {
        try (Streams streams = Streams.open(UnderTls.port())) {
            // Given
            assertEquals(STREAMS, streams.setting(MAX_CONCURRENT_STREAMS));
            int[] ids = IntStream.range(0, STREAMS).map(i -> 2 * i + 1).toArray();
            for (int id : ids) {
                streams.headers(id, END_STREAM | END_HEADERS, with(":path=" + TICKETS + "/never"));
            }

            // When
            int last = 2 * STREAMS + 1;
            streams.headers(last, END_STREAM | END_HEADERS, with(""));

            // Then
            assertEquals(0, streams.await(last).status());
            assertEquals("read 0", honest().body());
        }
    }

    @Test
    void whoeverTakesBackAllTheyAskForIsShown() {
        try (Streams streams = Streams.open(UnderTls.port())) {
            // When
            for (int id = 1; id < 2_000; id += 2) {
                streams.headers(id, END_STREAM | END_HEADERS, with(":path=" + TICKETS + "/never"));
                streams.reset(id);
            }
            streams.awaitClosed();
        } catch (UncheckedIOException closed) {
            // While it was still sending.
            assertTrue(closed.getCause() != null);
        }

        // Then
        assertTrue(seen.size() < 400, () -> seen.size() + " reached the service");
        assertEquals("read 0", honest().body());
    }

    @Test
    void largeHeadsAndBodiesAreRefusedAndOthersOnTheConnectionLive() {
        try (Streams streams = Streams.open(UnderTls.port())) {
            // When
            streams.headers(1, END_HEADERS, with(":method=POST\n:path=" + TICKETS));
            streams.headers(3, END_STREAM | END_HEADERS, with("x-large=" + "x".repeat(16 * 1024)));
            streams.headers(5, END_HEADERS, with(":method=POST\ncontent-length=2000000"));
            streams.headers(7, END_STREAM | END_HEADERS, with(":path=/" + "x".repeat(9 * 1024)));

            // Then
            assertEquals(431, streams.await(3).status());
            assertEquals(413, streams.await(5).status());
            assertEquals(414, streams.await(7).status());
            streams.data(1, END_STREAM, "abcd".getBytes(StandardCharsets.US_ASCII));
            assertEquals("read 4", streams.await(1).body());
        }
    }

    @Test
    void anAnswerThatBreaksOffTakesOnlyItsOwnStreamWithIt() {
        try (Streams streams = Streams.open(UnderTls.port())) {
            // Given
            streams.headers(1, END_HEADERS, with(":method=POST"));

            // When
            streams.headers(3, END_STREAM | END_HEADERS, with(":path=" + TICKETS + "/half"));
            Told half = streams.await(3);

            // Then
            assertEquals(200, half.status());
            assertFalse(half.ended(), "a client must not take the half for the whole");
            streams.data(1, END_STREAM, new byte[0]);
            assertEquals("read 0", streams.await(1).body());
        }
    }

    @Test
    void aHeadWithoutAnEndIsCutOff() {
        try (Streams streams = Streams.open(UnderTls.port())) {
            // Given: nothing but the rest of the head may come now, not even what a well-behaved client says at first
            streams.setting(MAX_CONCURRENT_STREAMS);

            // When
            streams.headersWithoutEnd(1, with(""));

            // Then
            long begun = System.nanoTime();
            streams.awaitClosed();
            assertTrue(System.nanoTime() - begun > 500_000_000L, "because of the time it takes, and of nothing else");
        }
    }

    @Test
    void soIsAFrameThatTrickles() {
        int sent = 0;
        try (Streams streams = Streams.open(UnderTls.port())) {
            streams.write(new byte[] {0, 1, 0, 1, 5, 0, 0, 0, 1});
            while (sent < 100) {
                pause(100);
                streams.write(new byte[1]);
                sent++;
            }
        } catch (UncheckedIOException closed) {
            assertTrue(closed.getCause() != null);
        }
        assertTrue(sent < 100, "the gateway listened to the end");
    }

    @Test
    void whoeverPausesIsNotCutOff() {
        try (Streams streams = Streams.open(UnderTls.port())) {
            streams.headers(1, END_HEADERS, with(":method=POST"));
            pause(1_500);
            streams.data(1, 0, "ab".getBytes(StandardCharsets.US_ASCII));
            pause(1_500);
            streams.data(1, END_STREAM, "cd".getBytes(StandardCharsets.US_ASCII));
            assertEquals("read 4", streams.await(1).body());
            pause(1_500);
            streams.headers(3, END_STREAM | END_HEADERS, with(""));
            assertEquals("read 0", streams.await(3).body());
        }
    }

    private static Told honest() {
        try (Streams streams = Streams.open(UnderTls.port())) {
            return streams.headers(1, END_STREAM | END_HEADERS, with("")).await(1);
        }
    }

    /** An honest head; lines that name one of its own pseudo-headers first replace it and then come on top. */
    private static String[] with(String lines) {
        List<String> head = new ArrayList<>(
                List.of(":method", "GET", ":scheme", "https", ":path", TICKETS, ":authority", ACME_HOST));
        List<String> further = new ArrayList<>(List.of("x-api-key", ADA_KEY));
        for (String line : lines.split("\n(?=[a-z:-]+=)")) {
            int equals = line.indexOf('=', 0);
            if (equals < 0) {
                continue;
            }
            String name = line.substring(0, equals);
            String value = line.substring(equals + 1);
            int at = head.indexOf(name);
            if (at >= 0 && lines.indexOf(name + "=") == lines.lastIndexOf(name + "=")) {
                head.set(at + 1, value);
            } else if (name.startsWith(":")) {
                head.addAll(List.of(name, value));
            } else {
                further.addAll(List.of(name, value));
            }
        }
        head.addAll(further);
        return head.toArray(String[]::new);
    }

    private static void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        Eventually.until("the pause is over", () -> System.nanoTime() > until);
    }
}
