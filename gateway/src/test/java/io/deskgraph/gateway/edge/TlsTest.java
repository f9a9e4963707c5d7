package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static io.deskgraph.gateway.test.Tenancies.GLOBEX_HOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.UnderTls;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that do what they should, over both protocols. */
@QuarkusTest
@TestProfile(UnderTls.class)
class TlsTest {

    private static final String TICKETS = "/api/v1/tickets";
    private static Vertx vertx;

    private final AtomicReference<MultiMap> seen = new AtomicReference<>();

    private record Got(HttpVersion version, int status, MultiMap headers, String body) {}

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void aRequestIsForwardedAndAnsweredOverTheProtocolThatTheClientSpeaks(HttpVersion version) throws Exception {
        try (Peer peer = seeing()) {
            // When
            Got got = call(version, ACME_HOST, HttpMethod.GET, Map.of(), request -> request.send());

            // Then
            assertEquals(version, got.version());
            assertEquals(200, got.status());
            assertEquals("GET " + TICKETS + " ''", got.body());
            assertEquals("max-age=31536000", got.headers().get("Strict-Transport-Security"));
            assertEquals("nosniff", got.headers().get("X-Content-Type-Options"));
            assertNull(got.headers().get("Connection"));
            assertEquals("https", seen.get().get("X-Forwarded-Proto"));
            assertEquals(ACME_HOST + ":" + UnderTls.port(), seen.get().get("X-Forwarded-Host"));
            assertEquals("127.0.0.1", seen.get().get("X-Forwarded-For"));
            assertNull(seen.get().get("Transfer-Encoding"), "there is no body");
            assertNull(seen.get().get("Content-Length"), "there is no body");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void aBodyPassesWithItsLengthAndWithout(HttpVersion version) throws Exception {
        try (Peer peer = seeing()) {
            // When
            Got whole =
                    call(version, ACME_HOST, HttpMethod.POST, Map.of(), request -> request.send(Buffer.buffer("abcd")));
            String length = seen.get().get("Content-Length");
            Got parts = call(version, ACME_HOST, HttpMethod.POST, Map.of(), request -> {
                request.setChunked(true);
                request.write("ab");
                request.write("cd");
                return request.end().compose(sent -> request.response());
            });
            Got none = call(version, ACME_HOST, HttpMethod.POST, Map.of(), request -> request.send());

            // Then
            assertEquals("4", length);
            assertEquals("POST " + TICKETS + " 'abcd'", whole.body());
            assertEquals("POST " + TICKETS + " 'abcd'", parts.body());
            assertEquals("POST " + TICKETS + " ''", none.body());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void whatCountsInClearTextCountsHereToo(HttpVersion version) throws Exception {
        try (Peer peer = seeing()) {
            // When
            Map<String, String> claims = Map.of(
                    "X-Tenant", "globex", "X-Forwarded-For", "10.9.8.7", "X-Internal-Token", "x", "TE", "trailers");
            call(version, ACME_HOST, HttpMethod.GET, claims, request -> request.send());

            // Then
            for (String name : List.of("X-Tenant", "X-Internal-Token", "TE", "X-API-Key")) {
                assertNull(seen.get().get(name), name);
            }
            assertEquals("127.0.0.1", seen.get().get("X-Forwarded-For"));
            assertEquals(
                    401,
                    call(version, GLOBEX_HOST, HttpMethod.GET, Map.of(), request -> request.send())
                            .status());
            assertEquals(
                    404,
                    call(version, "nobody.test", HttpMethod.GET, Map.of(), request -> request.send())
                            .status());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void theGatewaysOwnResourcesAnswerToo(HttpVersion version) throws Exception {
        Got got = call(
                version,
                ACME_HOST,
                HttpMethod.POST,
                Map.of("Content-Type", "application/json"),
                "/api/v1/auth/token",
                request -> request.send(Buffer.buffer("{\"expires_in\":60}")));

        assertEquals(200, got.status(), got::body);
    }

    @Test
    void inClearTextNobodyGetsFromOneProtocolToTheOther() {
        try (Peer peer = seeing()) {
            int status = Gate.get(
                            ACME_HOST,
                            TICKETS,
                            Gate.key(ADA_KEY),
                            "Connection: Upgrade, HTTP2-Settings",
                            "Upgrade: h2c",
                            "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA")
                    .status();

            assertEquals(200, status, "the upgrade is not taken up");
        }
    }

    /** A service that tells what it was asked. */
    private Peer seeing() {
        return Peer.at("tickets", request -> {
            seen.set(request.headers());
            request.bodyHandler(body -> request.response()
                    .putHeader("Keep-Alive", "timeout=5")
                    .end(request.method() + " " + request.uri() + " '" + body + "'"));
        });
    }

    private static Got call(
            HttpVersion version,
            String host,
            HttpMethod method,
            Map<String, String> headers,
            Function<HttpClientRequest, Future<HttpClientResponse>> send)
            throws Exception {
        return call(version, host, method, headers, TICKETS, send);
    }

    private static Got call(
            HttpVersion version,
            String host,
            HttpMethod method,
            Map<String, String> headers,
            String path,
            Function<HttpClientRequest, Future<HttpClientResponse>> send)
            throws Exception {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(version))
                .setProtocolVersion(version));
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(UnderTls.port(), "127.0.0.1"))
                .setHost(host)
                .setPort(UnderTls.port())
                .setMethod(method)
                .setURI(path)
                .putHeader("X-API-Key", ADA_KEY);
        headers.forEach(options::putHeader);
        return client.request(options)
                .compose(send)
                .compose(answer -> answer.body()
                        .map(body -> new Got(answer.version(), answer.statusCode(), answer.headers(), body.toString())))
                .eventually(() -> client.close())
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
