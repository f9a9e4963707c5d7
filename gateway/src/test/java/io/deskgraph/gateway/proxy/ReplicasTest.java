package io.deskgraph.gateway.proxy;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.embedded.FreePorts;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ReplicasTest.Two.class)
class ReplicasTest {

    private static final String TICKETS = "/api/v1/tickets";

    private static final String BODY = "{\"n\":1}";
    private static final String KEYED = "Idempotency-Key: once";
    private static final String UNKEYED = "X-Other: none";

    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger second = new AtomicInteger();

    /** Two addresses of one service. */
    public static class Two implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "deskgraph.upstream.tickets",
                    "http://127.0.0.1:" + FreePorts.any() + ",http://127.0.0.1:" + FreePorts.any());
        }
    }

    @Test
    void readsSurviveTheLossOfAReplicaAndItsReturnIsNoticed() {
        try (Peer staying = counting(1, second)) {
            // Given
            try (Peer going = counting(0, first)) {
                Eventually.until("both are asked", () -> get() == 200 && first.get() > 0 && second.get() > 0);
            }

            // When: its connections are gone and nobody listens any more
            for (int i = 0; i < 40; i++) {
                assertEquals(200, get());
                assertEquals(200, post(), "nothing had been sent, so a write is as safe");
            }

            // Then
            first.set(0);
            try (Peer returned = counting(0, first)) {
                Eventually.until("the first is asked again", () -> get() == 200 && first.get() > 0);
            }
        }
    }

    @Test
    void aReplicaThatShutsDownPassesReadsOn() {
        try (Peer leaving = Peer.on(port(0), request -> {
                    first.incrementAndGet();
                    request.response().setStatusCode(503).end();
                });
                Peer staying = counting(1, second)) {
            for (int i = 0; i < 20; i++) {
                assertEquals(200, get());
            }
            assertTrue(first.get() > 0);
            assertTrue(anyIs(503), "a write is not repeated");
        }
    }

    @Test
    void aReplicaThatBreaksOffIsFollowedByAnother() {
        try (Peer breaking = Peer.on(port(0), request -> {
                    first.incrementAndGet();
                    request.connection().close();
                });
                Peer staying = counting(1, second)) {
            for (int i = 0; i < 20; i++) {
                assertEquals(200, get());
            }
            assertTrue(first.get() > 0);
        }
    }

    @Test
    void aWriteThatIsMadeOnceIsSentAgainWithItsWholeBody() {
        try (Peer breaking = Peer.on(port(0), request -> request.body().onSuccess(body -> {
                    first.incrementAndGet();
                    request.connection().close();
                }));
                Peer staying = echoing(1)) {
            for (int i = 0; i < 20; i++) {
                assertEquals(BODY, body("POST", KEYED), "a key says that it is made once");
                assertEquals(BODY, body("PUT", UNKEYED), "so does the method");
            }
            assertTrue(first.get() > 0);
            assertTrue(anyIs(502), "without a key nobody knows whether it was made");
        }
    }

    @Test
    void whatNamesAVersionIsNotSentAgain() {
        try (Peer breaking = Peer.on(port(0), request -> request.body()
                        .onSuccess(body -> request.connection().close()));
                Peer staying = echoing(1)) {
            assertTrue(anyIs(502, () -> send("PUT", "If-Match: \"1-a\"").status()));
        }
    }

    @Test
    void aReplicaThatShutsDownPassesKeyedWritesOn() {
        try (Peer leaving = Peer.on(port(0), request -> request.body()
                        .onSuccess(body -> request.response().setStatusCode(503).end()));
                Peer staying = echoing(1)) {
            for (int i = 0; i < 20; i++) {
                assertEquals(BODY, body("POST", KEYED));
            }
        }
    }

    @Test
    void aReplicaThatSaysFarewellIsLeftAlone() {
        try (Peer leaving = Peer.on(port(0), request -> {
                    first.incrementAndGet();
                    request.response().putHeader("Connection", "close").end("bye");
                });
                Peer staying = counting(1, second)) {
            Eventually.until("the leaving one is asked", () -> get() == 200 && first.get() > 0);
            int before = first.get();
            for (int i = 0; i < 20; i++) {
                assertEquals(200, post());
            }
            assertTrue(first.get() < before + 10, "half of all without the farewell");
        }
    }

    @Test
    void withoutAnyReplicaItIsUnavailable() {
        assertEquals(503, get());
        assertEquals(503, post());
    }

    private static boolean anyIs(int status) {
        return anyIs(status, ReplicasTest::post);
    }

    private static boolean anyIs(int status, IntSupplier call) {
        for (int i = 0; i < 20; i++) {
            if (call.getAsInt() == status) {
                return true;
            }
        }
        return false;
    }

    private static String body(String method, String header) {
        WireAnswer answer = send(method, header);
        assertEquals(200, answer.status());
        return answer.body();
    }

    private static WireAnswer send(String method, String header) {
        return Gate.send(method, ACME_HOST, TICKETS + "/1", BODY, key(ADA_KEY), header);
    }

    private static Peer echoing(int replica) {
        return Peer.on(port(replica), request -> request.body()
                .onSuccess(body -> request.response().end(body)));
    }

    private static int get() {
        WireAnswer answer = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY));
        return answer.status();
    }

    private static int post() {
        return Gate.send("POST", ACME_HOST, TICKETS, "{}", key(ADA_KEY)).status();
    }

    private static Peer counting(int replica, AtomicInteger requests) {
        return Peer.on(port(replica), request -> {
            requests.incrementAndGet();
            request.response().end("ok");
        });
    }

    private static int port(int replica) {
        String addresses = ConfigProvider.getConfig().getValue("deskgraph.upstream.tickets", String.class);
        return URI.create(addresses.split(",")[replica]).getPort();
    }
}
