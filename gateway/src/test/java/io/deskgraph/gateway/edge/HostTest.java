package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static io.deskgraph.gateway.test.Tenancies.GLOBEX_HOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.Wire;
import io.deskgraph.gateway.test.WireAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HostTest {

    private static final String TICKETS = "/api/v1/tickets";

    private Peer peer;

    @BeforeEach
    void listen() {
        peer = Peer.echo("tickets");
    }

    @AfterEach
    void hangUp() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ACME_HOST, "ACME.Desk.TEST", ACME_HOST + ":8080", ACME_HOST + ".", "xn--bcher-kva.example:80"})
    void everySpellingOfAHostLeadsToItsTenant(String host) {
        assertEquals(200, Gate.get(host, TICKETS, key(ADA_KEY)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", TICKETS, "/api/assets/1/qr", "/a/TAG", "/api/version", "/internal/x", "/q/metrics"})
    void anUnknownHostGetsTheSameBodyForEveryPath(String path) {
        // When
        WireAnswer answer = Gate.get("nobody.desk.test", path, key(ADA_KEY));

        // Then
        JsonObject body = Refusal.check(answer, 404, "UNKNOWN_TENANT", "Unknown tenant", "Unknown tenant");
        assertEquals(path, body.getString("instance"));
        assertFalse(answer.has("WWW-Authenticate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme.desk.test.evil.test", "evil-acme.desk.test", "acme", "desk.test.", "sub.acme.desk.test"})
    void onlyTheExactHostCounts(String host) {
        int expected = host.equals("desk.test.") ? 403 : 404;

        assertEquals(expected, Gate.get(host, TICKETS, key(ADA_KEY)).status());
    }

    @Test
    void aForwardedHostIsNotBelieved() {
        // When
        WireAnswer answer = Gate.get(
                GLOBEX_HOST, TICKETS, key(ADA_KEY), "X-Forwarded-Host: " + ACME_HOST, "Forwarded: host=" + ACME_HOST);

        // Then
        Refusal.checkUnauthorized(answer, "Invalid API key");
    }

    @Test
    void exactlyOneHostIsNeeded() {
        // When
        WireAnswer none = raw("GET " + TICKETS + " HTTP/1.1", key(ADA_KEY));
        WireAnswer two = raw("GET " + TICKETS + " HTTP/1.1", "Host: " + ACME_HOST, "Host: " + ACME_HOST, key(ADA_KEY));
        WireAnswer empty = raw("GET " + TICKETS + " HTTP/1.1", "Host:", key(ADA_KEY));
        WireAnswer garbage = raw("GET " + TICKETS + " HTTP/1.1", "Host: acme desk", key(ADA_KEY));

        // Then
        for (WireAnswer answer : List.of(none, two, empty, garbage)) {
            Refusal.check(answer, 400, "BAD_REQUEST", "Bad request", "Exactly one valid Host header is required");
        }
    }

    @Test
    void anAbsoluteTargetMustAgreeWithTheHost() {
        // When
        WireAnswer same =
                raw("GET http://" + ACME_HOST + TICKETS + "?q=1 HTTP/1.1", "Host: " + ACME_HOST, key(ADA_KEY));
        WireAnswer other = raw("GET http://" + GLOBEX_HOST + TICKETS + " HTTP/1.1", "Host: " + ACME_HOST, key(ADA_KEY));

        // Then
        assertEquals("tickets " + TICKETS + "?q=1", same.body());
        Refusal.check(other, 400, "BAD_REQUEST", "Bad request", "Exactly one valid Host header is required");
    }

    private static WireAnswer raw(String... head) {
        return Wire.exchange(Gate.port(), List.of(head), new byte[0]);
    }
}
