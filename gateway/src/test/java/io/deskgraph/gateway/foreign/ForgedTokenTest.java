package io.deskgraph.gateway.foreign;

import static io.deskgraph.gateway.foreign.Register.ACME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.Tenancies;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing is wrong with each token, and everything else is as it should be. */
@QuarkusTest
class ForgedTokenTest {

    private static final int SKEW = 30;

    @Inject
    Members members;

    private static final TestIssuer ISSUER = new TestIssuer();
    private static String email = "";

    /** Once: no test changes anything. */
    @BeforeEach
    void register() {
        if (!email.isEmpty()) {
            return;
        }
        String made = members.createActive(Tenancies.ACME, Tenancies.ACME_HOST, "Technician")
                        .userId() + "@member.test";
        ACME.clear();
        ACME.add(ISSUER.name(), TestIssuer.AUDIENCE, "");
        ACME.accepts(ISSUER.token(made));
        email = made;
    }

    @AfterAll
    static void hangUp() {
        ISSUER.close();
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                claim("another audience", claims -> claims.setAudience("other")),
                claim("no audience", claims -> claims.unsetClaim("aud")),
                claim("audience that only begins alike", claims -> claims.setAudience("desktop")),
                claim("another issuer", claims -> claims.setIssuer("https://login.example.org/")),
                claim("issuer with a slash", claims -> claims.setIssuer(claim(claims, "iss") + "/")),
                claim(
                        "issuer in capitals",
                        claims -> claims.setIssuer(claim(claims, "iss").replace("realms", "REALMS"))),
                claim("no issuer", claims -> claims.unsetClaim("iss")),
                claim("expired", claims -> claims.setExpirationTime(in(-SKEW - 5))),
                claim("no end", claims -> claims.unsetClaim("exp")),
                claim("end that is a text", claims -> claims.setClaim("exp", "tomorrow")),
                claim("not yet", claims -> claims.setNotBefore(in(SKEW + 10))),
                claim("issued later", claims -> claims.setIssuedAt(in(SKEW + 10))),
                claim("no user", claims -> claims.unsetClaim("email")),
                claim("blank user", claims -> claims.setStringClaim("email", " ")),
                claim("unknown user", claims -> claims.setStringClaim("email", "nobody@member.test")),
                claim("another tenant's user", claims -> claims.setStringClaim("email", "greta@globex.test")),
                claim("address not verified", claims -> claims.setClaim("email_verified", false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void aTokenWithAWrongClaimIsRefused(String what, Consumer<JwtClaims> change) {
        // Given
        JwtClaims claims = ISSUER.claims(email);
        change.accept(claims);

        // When, then
        refused(ISSUER.sign(claims));
    }

    static Stream<Arguments> signatures() {
        return Stream.of(
                forged("another key under the same name", made -> {
                    RsaJsonWebKey other = made.issuer.stranger();
                    other.setKeyId(made.issuer.key(0).getKeyId());
                    return TestIssuer.sign(made.claims(), "RS256", other);
                }),
                forged(
                        "a key that is unknown",
                        made -> TestIssuer.sign(made.claims(), "RS256", made.issuer.stranger())),
                forged("an algorithm not agreed on", made -> made.signed("RS512")),
                forged("another one not agreed on", made -> made.signed("PS256")),
                forged("none", made -> made.unsigned("none")),
                forged("None", made -> made.unsigned("None")),
                forged("none, with the signature left", made -> made.header("none") + made.rest()),
                forged("HS256 with the public key", made -> made.hmac(made.publicKey())),
                forged("HS256 with the public key as text", made -> made.hmac(made.pem())),
                forged("no signature", made -> made.good()
                        .substring(0, made.good().lastIndexOf('.') + 1)),
                forged("no third part", made -> made.good()
                        .substring(0, made.good().lastIndexOf('.'))),
                forged("another's signature", made -> made.body(made.issuer.token("ada@acme.test")) + made.tail()),
                forged("a key of its own", ForgedTokenTest::withItsOwnKey),
                forged("a type that is none of access", ForgedTokenTest::toLogOut),
                forged("a fifth part", made -> made.good() + ".x.y"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void aTokenWithAWrongSignatureIsRefused(String what, Function<Forgery, String> forge) {
        refused(forge.apply(new Forgery(ISSUER, email)));
    }

    @Test
    void aTokenWithinTheSkewIsGood() {
        JwtClaims late = ISSUER.claims(email);
        late.setIssuedAt(in(-600));
        late.setExpirationTime(in(-SKEW + 20));
        late.setAudience("other", TestIssuer.AUDIENCE);
        JwtClaims early = ISSUER.claims(email);
        early.setNotBefore(in(SKEW - 10));
        early.setIssuedAt(in(SKEW - 10));

        assertEquals(200, ACME.status(ISSUER.sign(late)));
        assertEquals(200, ACME.status(ISSUER.sign(early)));
    }

    @Test
    void aTokenHasOnePlace() {
        String token = ISSUER.token(email);

        assertEquals(
                401,
                ACME.get("/api/v1/me", token, "X-API-Key: " + Tenancies.TOM_KEY + "x")
                        .status());
        assertEquals(
                401,
                ACME.get("/api/v1/me", token, "Authorization: Bearer " + token).status());
        assertEquals(
                401,
                ACME.get("/api/v1/me", token, "x-tenant-id: " + Tenancies.GLOBEX)
                        .status());
        assertEquals(
                200,
                ACME.get("/api/v1/me", token, "x-tenant-id: " + Tenancies.ACME).status());
    }

    private static void refused(String token) {
        Refusal.checkUnauthorized(ACME.get("/api/v1/me", token), "Invalid API key");
        // Nor is it remembered as anything better.
        assertEquals(401, ACME.status(token));
    }

    private static String withItsOwnKey(Forgery made) {
        RsaJsonWebKey own = made.issuer.stranger();
        JsonWebSignature signed = new JsonWebSignature();
        signed.setPayload(made.claims().toJson());
        signed.setAlgorithmHeaderValue("RS256");
        signed.setKeyIdHeaderValue(made.issuer.key(0).getKeyId());
        signed.setJwkHeader(own);
        signed.setHeader("jku", "http://127.0.0.1:1/keys");
        signed.setKey(own.getPrivateKey());
        return TestIssuer.serialized(signed);
    }

    private static String toLogOut(Forgery made) {
        JsonWebSignature signed = new JsonWebSignature();
        signed.setPayload(made.claims().toJson());
        signed.setAlgorithmHeaderValue("RS256");
        signed.setKeyIdHeaderValue(made.issuer.key(0).getKeyId());
        signed.setHeader("typ", "logout+jwt");
        signed.setKey(made.issuer.key(0).getPrivateKey());
        return TestIssuer.serialized(signed);
    }

    private static NumericDate in(long seconds) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
    }

    private static String claim(JwtClaims claims, String name) {
        return String.valueOf(claims.getClaimValue(name));
    }

    private static Arguments claim(String what, Consumer<JwtClaims> change) {
        return Arguments.of(what, change);
    }

    private static Arguments forged(String what, Function<Forgery, String> forge) {
        return Arguments.of(what, forge);
    }

    /** A good token and what to take it apart with. */
    private record Forgery(TestIssuer issuer, String email) {

        JwtClaims claims() {
            return issuer.claims(email);
        }

        String good() {
            return issuer.token(email);
        }

        String signed(String algorithm) {
            return TestIssuer.sign(claims(), algorithm, issuer.key(0));
        }

        String unsigned(String algorithm) {
            return header(algorithm) + body(good()).substring(body(good()).indexOf('.')) + ".";
        }

        String header(String algorithm) {
            String json =
                    "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + issuer.key(0).getKeyId() + "\"}";
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        /** Payload and signature of a good token. */
        String rest() {
            String good = good();
            return good.substring(good.indexOf('.'));
        }

        /** Header and payload. */
        String body(String token) {
            return token.substring(0, token.lastIndexOf('.'));
        }

        /** Only the signature. */
        String tail() {
            String good = good();
            return good.substring(good.lastIndexOf('.'));
        }

        byte[] publicKey() {
            return issuer.key(0).getPublicKey().getEncoded();
        }

        byte[] pem() {
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey());
            return ("-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n")
                    .getBytes(StandardCharsets.UTF_8);
        }

        String hmac(byte[] secret) {
            JsonWebSignature signed = new JsonWebSignature();
            signed.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signed.setPayload(claims().toJson());
            signed.setAlgorithmHeaderValue("HS256");
            signed.setKeyIdHeaderValue(issuer.key(0).getKeyId());
            signed.setKey(new HmacKey(secret));
            return TestIssuer.serialized(signed);
        }
    }
}
