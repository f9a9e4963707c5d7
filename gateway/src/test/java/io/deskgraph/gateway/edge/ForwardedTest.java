package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskgraph.gateway.test.BehindProxies;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.gateway.test.WireAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.MultiMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test is the proxy: its own address is trusted here. That nobody is trusted otherwise, ForwardingTest holds. */
@QuarkusTest
@TestProfile(BehindProxies.class)
class ForwardedTest {

    private static final String TICKETS = "/api/v1/tickets";

    private final BlockingQueue<MultiMap> seen = new LinkedBlockingQueue<>();
    private Peer peer;

    @BeforeEach
    void listen() {
        peer = Peer.at("tickets", request -> {
            seen.add(request.headers());
            request.response().end();
        });
    }

    @AfterEach
    void hangUp() {
        peer.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7|203.0.113.7",
                "6.6.6.6, 203.0.113.7|203.0.113.7",
                "6.6.6.6, 203.0.113.7, 10.9.1.1|203.0.113.7",
                "203.0.113.7:4711|203.0.113.7",
                "2001:db8::7|2001:db8::7",
                "[2001:db8::7]:4711|2001:db8::7",
                "unknown|127.0.0.1",
                "6.6.6.6, nonsense, 10.9.1.1|10.9.1.1"
            })
    void theClientIsWhoTheTrustedProxySaysItIs(String forwardedFor, String client) throws InterruptedException {
        // When
        Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), "X-Forwarded-For: " + forwardedFor);

        // Then
        assertEquals(client, seen.take().get("X-Forwarded-For"));
    }

    @Test
    void whatAnybodyElseSaysOfAddressesIsNotBelieved() throws InterruptedException {
        // When
        WireAnswer answer;
        try (Wire wire = Wire.openFrom("127.0.0.2", Gate.port())) {
            answer = wire.send(Gate.head(
                            "GET",
                            ACME_HOST,
                            TICKETS,
                            key(ADA_KEY),
                            "X-Forwarded-For: 203.0.113.7, 127.0.0.1",
                            "X-Forwarded-Proto: https"))
                    .receive(false);
        }

        // Then
        MultiMap headers = seen.take();
        assertEquals("127.0.0.2", headers.get("X-Forwarded-For"));
        assertEquals("http", headers.get("X-Forwarded-Proto"));
        assertFalse(answer.has("Strict-Transport-Security"));
    }

    @Test
    void tlsThatEndsAtTheProxyIsTls() throws InterruptedException {
        // When
        WireAnswer secure = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), "X-Forwarded-Proto: https");
        WireAnswer plain = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), "X-Forwarded-Proto: https, http");

        // Then
        assertEquals("https", seen.take().get("X-Forwarded-Proto"));
        assertEquals("max-age=31536000", secure.header("Strict-Transport-Security"));
        assertEquals("http", seen.take().get("X-Forwarded-Proto"));
        assertFalse(plain.has("Strict-Transport-Security"));
    }

    @Test
    void anAddressThatGuessesIsShutOutAndNobodyElseIs() {
        // When: the third bad one shuts the address out
        for (int i = 0; i < 3; i++) {
            assertEquals(401, from("198.51.100.1", "nonsense").status());
        }
        WireAnswer shut = from("198.51.100.1", "nonsense");

        // Then
        assertEquals(429, shut.status());
        assertEquals("Too many failed attempts from this address", json(shut));
        int seconds = Integer.parseInt(shut.header("Retry-After"));
        assertEquals(true, seconds > 50 && seconds <= 60, shut.header("Retry-After"));
        assertEquals(200, from("198.51.100.1", ADA_KEY).status(), "a good key passes");
        assertEquals(429, from("198.51.100.1", "nonsense").status(), "and does not open the door for bad ones");
        assertEquals(401, from("198.51.100.2", "nonsense").status(), "another address");
        assertEquals(
                401,
                Gate.get(ACME_HOST, TICKETS, "X-Forwarded-For: 198.51.100.1").status(),
                "no credential is no guess");
    }

    private static WireAnswer from(String address, String key) {
        return Gate.get(ACME_HOST, TICKETS, key(key), "X-Forwarded-For: " + address);
    }

    private static String json(WireAnswer answer) {
        return io.restassured.path.json.JsonPath.from(answer.body()).getString("message");
    }
}
