package io.deskgraph.gateway.proxy;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.WireAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForwardingTest {

    private static final String TICKETS = "/api/v1/tickets";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final BlockingQueue<MultiMap> seen = new LinkedBlockingQueue<>();
    private Peer tickets;
    private Peer assets;
    private Peer links;

    @BeforeEach
    void listen() {
        tickets = Peer.at("tickets", this::answer);
        assets = Peer.echo("assets");
        links = Peer.echo("links");
    }

    @AfterEach
    void hangUp() {
        tickets.close();
        assets.close();
        links.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/assets/1/tickets?page=2, links",
        "/api/v1/assets/1, assets",
        "/api/v1/assets/TAG%2F1/tickets, links",
        "/api/v1/%61ssets/1, assets",
        "/asset-links/single/1, links",
        "/database/d/assets/a, assets",
    })
    void thePathDecidesTheService(String path, String service) {
        // When
        WireAnswer answer = Gate.get(ACME_HOST, path, key(ADA_KEY));

        // Then
        assertEquals(service + " " + path.replace("%61", "a"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets/../../../internal/x",
                "/api/v1/tickets/%2e%2e/%2e%2e/internal",
                "//internal/x",
                "/api/v1//tickets",
                "/api/v1/tickets/..;/x",
                "/api/v1/tickets%00"
            })
    void aPathThatClimbsIsRefused(String path) {
        // When
        WireAnswer answer = Gate.get(ACME_HOST, path, key(ADA_KEY));

        // Then
        Refusal.check(answer, 400, "BAD_REQUEST", "Bad request", "The request target is malformed");
        assertTrue(seen.isEmpty());
    }

    @Test
    void onlyHeadersThatSayNothingAboutTheCallerTravelOn() throws InterruptedException {
        // When
        WireAnswer answer = Gate.get(
                ACME_HOST + ":8080",
                TICKETS,
                "Authorization: Bearer " + ADA_KEY,
                "X-Tenant: globex",
                "X-Tenant-Slug: globex",
                "X-User-Id: root",
                "X-Permissions: *",
                "X-Forwarded-For: 1.2.3.4",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.test",
                "X-Forwarded-Prefix: /x",
                "Forwarded: for=1.2.3.4",
                "X-Real-IP: 1.2.3.4",
                "Proxy-Authorization: Basic x",
                "Connection: keep-alive, X-Hop, Authorization",
                "X-Hop: 1",
                "Keep-Alive: timeout=5",
                "TE: trailers",
                "Upgrade: h2c",
                "Accept: application/json",
                "If-Match: \"1-a\"",
                "Idempotency-Key: k1",
                "X-Custom: kept");

        // Then
        MultiMap headers = seen.take();
        assertEquals(200, answer.status());
        assertEquals(
                new TreeSet<>(Set.of(
                        "accept",
                        "authorization",
                        "host",
                        "idempotency-key",
                        "if-match",
                        "traceparent",
                        "x-custom",
                        "x-forwarded-for",
                        "x-forwarded-host",
                        "x-forwarded-proto",
                        "x-request-id")),
                lowerCaseNames(headers));
        assertEquals("127.0.0.1", headers.get("X-Forwarded-For"));
        assertEquals("http", headers.get("X-Forwarded-Proto"));
        assertEquals(ACME_HOST + ":8080", headers.get("X-Forwarded-Host"));
        assertTrue(headers.get("Authorization").startsWith("Bearer eyJ"));
        assertEquals(1, headers.getAll("Authorization").size());
    }

    @Test
    void requestIdAndTraceGoOnIfTheyAreWellFormed() throws InterruptedException {
        // When
        WireAnswer answer = Gate.get(
                ACME_HOST, TICKETS, key(ADA_KEY), "X-Request-Id: order-66", "traceparent: " + TRACE, "tracestate: a=b");

        // Then
        MultiMap headers = seen.take();
        assertEquals("order-66", headers.get("X-Request-Id"));
        assertEquals("order-66", answer.header("X-Request-Id"));
        assertEquals(TRACE, headers.get("traceparent"));
        assertEquals("a=b", headers.get("tracestate"));
    }

    @Test
    void malformedRequestIdAndTraceAreReplaced() throws InterruptedException {
        // When
        WireAnswer answer = Gate.get(
                ACME_HOST,
                TICKETS,
                key(ADA_KEY),
                "X-Request-Id: " + "x".repeat(129),
                "traceparent: 00-x",
                "tracestate: a=b");

        // Then
        MultiMap headers = seen.take();
        assertEquals(answer.header("X-Request-Id"), headers.get("X-Request-Id"));
        assertEquals(36, headers.get("X-Request-Id").length());
        assertTrue(TraceParent.isValid(headers.get("traceparent")));
        assertFalse(headers.contains("tracestate"));
    }

    @Test
    void eachRequestHasAnIdOfItsOwn() {
        assertNotEquals(
                Gate.get(ACME_HOST, TICKETS, key(ADA_KEY)).header("X-Request-Id"),
                Gate.get(ACME_HOST, TICKETS, key(ADA_KEY)).header("X-Request-Id"));
    }

    @Test
    void theAnswerCarriesTheServicesHeadersAndNoneOfTheInnerConnection() {
        // When
        WireAnswer answer = Gate.get(ACME_HOST, TICKETS + "/headers", key(ADA_KEY));

        // Then
        assertEquals(201, answer.status());
        assertEquals("\"1-x\"", answer.header("ETag"));
        assertEquals("public, max-age=60", answer.header("Cache-Control"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
        assertFalse(answer.has("Keep-Alive"));
        assertFalse(answer.has("X-Hop"));
        assertFalse(answer.has("Proxy-Authenticate"));
    }

    @Test
    void cachingIsOffUnlessTheServiceAllowsIt() {
        assertEquals("no-store", Gate.get(ACME_HOST, TICKETS, key(ADA_KEY)).header("Cache-Control"));
    }

    @Test
    void answersWithoutABodyStayWithout() {
        // When
        WireAnswer head = Gate.request("HEAD", ACME_HOST, TICKETS, key(ADA_KEY));
        WireAnswer noContent = Gate.request("DELETE", ACME_HOST, TICKETS + "/none", key(ADA_KEY));
        WireAnswer notModified = Gate.request("GET", ACME_HOST, TICKETS + "/same", key(ADA_KEY));

        // Then
        assertEquals(200, head.status());
        assertEquals("2", head.header("Content-Length"));
        assertEquals(204, noContent.status());
        assertFalse(noContent.has("Transfer-Encoding"));
        assertEquals(304, notModified.status());
        assertFalse(notModified.has("Transfer-Encoding"));
    }

    @Test
    void theBodyArrivesWhole() {
        // When
        WireAnswer answer = Gate.send("POST", ACME_HOST, TICKETS + "/body", "{\"title\":\"Ünïcode\"}", key(ADA_KEY));

        // Then
        assertEquals("{\"title\":\"Ünïcode\"}", answer.body());
    }

    @Test
    void openRoutesAreForwardedWithoutACredential() {
        assertEquals(
                "assets /api/assets/7/qr?size=200",
                Gate.get(ACME_HOST, "/api/assets/7/qr?size=200").body());
        assertEquals("assets /a/TAG", Gate.get(ACME_HOST, "/a/TAG").body());
        Refusal.checkUnauthorized(Gate.request("POST", ACME_HOST, "/a/TAG"), "API key required");
    }

    private void answer(HttpServerRequest request) {
        seen.add(request.headers());
        switch (request.path().substring(TICKETS.length())) {
            case "/headers" ->
                request.response()
                        .setStatusCode(201)
                        .putHeader("ETag", "\"1-x\"")
                        .putHeader("Cache-Control", "public, max-age=60")
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader("Connection", "X-Hop")
                        .putHeader("X-Hop", "1")
                        .putHeader("Proxy-Authenticate", "Basic")
                        .end("made");
            case "/none" -> request.response().setStatusCode(204).end();
            case "/same" -> request.response().setStatusCode(304).end();
            case "/body" -> request.bodyHandler(body -> request.response().end(body));
            default -> request.response().putHeader("Content-Length", "2").end("ok");
        }
    }

    private static Set<String> lowerCaseNames(MultiMap headers) {
        Set<String> names = new TreeSet<>();
        headers.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }
}
