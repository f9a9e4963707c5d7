package io.deskgraph.gateway.foreign;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer that also does what a real one never would: its keys are the test's, it may lie, stall and go away. */
final class TestIssuer implements AutoCloseable {

    static final String AUDIENCE = "desk";

    private static final List<RsaJsonWebKey> KEYS =
            Stream.generate(TestIssuer::generate).limit(5).toList();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private volatile List<RsaJsonWebKey> published = new ArrayList<>(List.of(key()));
    private volatile String claimed;
    private volatile Consumer<HttpServerRequest> instead;

    TestIssuer() {
        server = vertx.createHttpServer().requestHandler(this::answer);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        claimed = name();
    }

    /** What tokens have as their issuer. */
    String name() {
        return "http://127.0.0.1:" + server.actualPort() + "/realms/test";
    }

    int requests() {
        return requests.get();
    }

    RsaJsonWebKey key(int which) {
        return published.get(which);
    }

    /** A new key to sign with; the ones before may stay in the set. */
    void rotate(boolean keep) {
        List<RsaJsonWebKey> keys = new ArrayList<>(List.of(stranger()));
        if (keep) {
            keys.addAll(published);
        }
        published = keys;
    }

    /** Has the discovery document speak for another issuer. */
    void claimToBe(String other) {
        claimed = other;
    }

    void answerWith(Consumer<HttpServerRequest> other) {
        instead = other;
    }

    /** A key that this issuer has never published. */
    RsaJsonWebKey stranger() {
        RsaJsonWebKey key = key();
        while (isPublished(key)) {
            key = key();
        }
        return key;
    }

    private boolean isPublished(RsaJsonWebKey key) {
        return published.stream().anyMatch(mine -> mine.getPublicKey().equals(key.getPublicKey()));
    }

    /** Claims of a token that is good in every way. */
    JwtClaims claims(String email) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(name());
        claims.setAudience(AUDIENCE);
        claims.setSubject(UUID.randomUUID().toString());
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("email", email);
        claims.setClaim("realm_access", Map.of("roles", List.of("everybody")));
        return claims;
    }

    String token(String email) {
        return sign(claims(email));
    }

    String sign(JwtClaims claims) {
        return sign(claims, "RS256", key(0));
    }

    static String sign(JwtClaims claims, String algorithm, RsaJsonWebKey key) {
        JsonWebSignature signed = new JsonWebSignature();
        signed.setPayload(claims.toJson());
        signed.setKeyIdHeaderValue(key.getKeyId());
        signed.setAlgorithmHeaderValue(algorithm);
        signed.setKey(key.getPrivateKey());
        return serialized(signed);
    }

    static String serialized(JsonWebSignature signed) {
        try {
            return signed.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One under a name of its own. Keys are dear, so that after a few they come round again. */
    static RsaJsonWebKey key() {
        RsaJsonWebKey made = KEYS.get(NEXT.getAndIncrement() % KEYS.size());
        RsaJsonWebKey key = new RsaJsonWebKey(made.getRsaPublicKey());
        key.setPrivateKey(made.getRsaPrivateKey());
        key.setKeyId(UUID.randomUUID().toString());
        return key;
    }

    private static RsaJsonWebKey generate() {
        try {
            return RsaJwkGenerator.generateJwk(2_048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        requests.incrementAndGet();
        if (instead != null) {
            instead.accept(request);
        } else if (request.path().endsWith("/.well-known/openid-configuration")) {
            request.response()
                    .end(new JsonObject()
                            .put("issuer", claimed)
                            .put("jwks_uri", name() + "/keys")
                            .encode());
        } else if (request.path().endsWith("/keys")) {
            request.response().end(new JsonWebKeySet(published).toJson(OutputControlLevel.PUBLIC_ONLY));
        } else {
            request.response().setStatusCode(404).end();
        }
    }
}
