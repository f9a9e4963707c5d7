package io.deskgraph.gateway.token;

import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.GLOBEX_HOST;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Members.Member;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token does what its key does, where and as long as the key does it, and nothing else passes for one. */
@QuarkusTest
class ClientTokenTest {

    private static final String PATH = "/api/v1/auth/token";

    @Inject
    Members members;

    @Inject
    TokenKeys keys;

    @Test
    void aKeyIsExchangedForATokenThatAnybodyCanVerify() throws Exception {
        // When
        Desk.Told told = Desk.ACME.post(PATH, "{\"expires_in\":60}").expect(200);

        // Then
        assertEquals("Bearer", told.text("token_type"));
        assertEquals(60, told.json().getInt("expires_in"));
        assertEquals(told.text("access_token"), told.text("data.access_token"));
        JsonWebKeySet published =
                new JsonWebKeySet(Gate.get(ACME_HOST, "/.well-known/jwks.json").body());
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(published.getJsonWebKeys()))
                .setExpectedAudience("deskgraph-api")
                .build()
                .processToClaims(told.text("access_token"));
        assertEquals(Tenancies.ADA.toString(), claims.getSubject());
        assertEquals(Tenancies.ACME.toString(), claims.getStringClaimValue("tenant"));
        assertEquals(List.of("Admin"), claims.getStringListClaimValue("roles"));
        assertTrue(claims.getStringListClaimValue("permissions").contains("asset:create"));
        assertEquals(
                60, claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
        assertFalse(claims.toJson().contains(Tenancies.ADA_KEY.substring(4)));
    }

    @Test
    void theKeySetHoldsNothingPrivate() {
        Desk.Told published = Desk.ACME.get("/.well-known/jwks.json").expect(200);

        assertEquals(List.of("RS256"), published.json().getList("keys.alg"));
        assertNotNull(published.text("keys[0].n"));
        assertNull(published.text("keys[0].d"));
        assertEquals("public, max-age=300", published.answer().header("Cache-Control"));
    }

    @Test
    void aTokenDoesWhatItsKeyDoes() {
        // Given
        String token = token(Desk.ACME.as(Tenancies.TOM_KEY));

        // Then
        assertEquals(200, status(ACME_HOST, token, "/api/v1/me"));
        assertEquals(403, status(ACME_HOST, token, "/api/v1/users"));
        String me = Gate.get(ACME_HOST, "/api/v1/me", bearer(token)).body();
        assertTrue(me.contains(Tenancies.TOM.toString()), me);
        assertTrue(me.contains("\"type\":\"token\""), me);
        assertEquals(
                200,
                Gate.get(ACME_HOST, "/api/v1/me", bearer(token), "x-tenant-id: " + Tenancies.ACME)
                        .status());
        assertEquals(
                401,
                Gate.get(ACME_HOST, "/api/v1/me", bearer(token), "x-tenant-id: " + Tenancies.GLOBEX)
                        .status());
    }

    @Test
    void aTokenOpensItsOwnTenantOnly() {
        String token = token(Desk.ACME);

        assertEquals(401, status(GLOBEX_HOST, token, "/api/v1/me"));
        assertEquals(403, status(Tenancies.ROOT, token, "/api/v1/me"));
        assertEquals(200, status(Tenancies.ROOT, token(new Desk(Tenancies.ROOT, Tenancies.MIA_KEY)), "/api/v1/me"));
        assertEquals(
                401, Gate.get(ACME_HOST, "/api/v1/me", "X-API-Key: " + token).status());
    }

    @Test
    void aTokenIsNotExchangedForAnother() {
        String token = token(Desk.ACME);

        given().header("Host", ACME_HOST)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .post(PATH)
                .then()
                .statusCode(403);
        Desk.ACME.post(PATH, "{\"expires_in\":0}").expect(400);
        Desk.ACME.post(PATH, "{\"expires_in\":3601}").expect(400);
        assertEquals(900, Desk.ACME.post(PATH, "").expect(200).json().getInt("expires_in"));
    }

    @Test
    void revokingTheKeyEndsItsTokensWithinASecond() {
        // Given
        Member member = members.createActive(Tenancies.ACME, ACME_HOST, "Technician");
        String token = token(Desk.ACME.as(member.key()));
        assertEquals(200, status(ACME_HOST, token, "/api/v1/me"));

        // When
        Desk.ACME.delete("/api/v1/api-keys/" + member.keyId()).expect(204);

        // Then
        Eventually.soon("The revoked key's token is refused", () -> status(ACME_HOST, token, "/api/v1/me") == 401);
    }

    @Test
    void rotatingTheKeyAtOnceEndsTheTokensOfTheSecretBefore() {
        // Given
        Member member = members.createActive(Tenancies.ACME, ACME_HOST, "Technician");
        String before = token(Desk.ACME.as(member.key()));

        // When
        Desk.Told rotated = Desk.ACME
                .post("/api/v1/api-keys/" + member.keyId() + "/rotate", "{\"overlap_seconds\":0}")
                .expect(200);

        // Then
        Eventually.until("the token is refused", () -> status(ACME_HOST, before, "/api/v1/me") == 401);
        assertEquals(200, status(ACME_HOST, token(Desk.ACME.as(rotated.text("data.key"))), "/api/v1/me"));
    }

    @Test
    void aTokenEndsWithItsTime() {
        String token = token(Desk.ACME, 1);

        Eventually.until("the token has expired", () -> status(ACME_HOST, token, "/api/v1/me") == 401);
    }

    @Test
    void whatAnotherKeyHasSignedIsNone() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        String forged = Jwt.issuer("deskgraph-gateway")
                .audience("deskgraph-api")
                .subject(Tenancies.ADA.toString())
                .claim("tenant", Tenancies.ACME.toString())
                .claim("key_print", print())
                .expiresAt(Instant.now().plusSeconds(60))
                .jws()
                .keyId(keys.signingId())
                .sign(generator.generateKeyPair().getPrivate());

        assertEquals(401, status(ACME_HOST, forged, "/api/v1/me"));
        assertEquals(200, status(ACME_HOST, signed("deskgraph-api", "deskgraph-gateway", 60), "/api/v1/me"));
    }

    @Test
    void anInternalTokenIsNone() throws Exception {
        assertEquals(401, status(ACME_HOST, signed("deskgraph-services", "deskgraph-gateway", 60), "/api/v1/me"));
        assertEquals(401, status(ACME_HOST, signed("deskgraph-api", "somebody", 60), "/api/v1/me"));
        assertEquals(401, status(ACME_HOST, signed("deskgraph-api", "deskgraph-gateway", -5), "/api/v1/me"));
        assertEquals(
                401,
                status(ACME_HOST, TestTokens.with("asset:read").bearer().substring("Bearer ".length()), "/api/v1/me"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS512"})
    void otherAlgorithmsAreNone(String algorithm) throws Exception {
        String[] parts = token(Desk.ACME).split("\\.");
        String header = base64("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + keys.signingId() + "\"}");

        assertEquals(401, status(ACME_HOST, header + "." + parts[1] + "." + parts[2], "/api/v1/me"));
        assertEquals(401, status(ACME_HOST, header + "." + parts[1] + ".", "/api/v1/me"));
        assertEquals(401, status(ACME_HOST, parts[0] + "." + base64("{}") + "." + parts[2], "/api/v1/me"));
    }

    /** A token as ours in all but what is said here. */
    private String signed(String audience, String issuer, long seconds) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject(Tenancies.ADA.toString())
                .claim("tenant", Tenancies.ACME.toString())
                .claim("key_print", print())
                .expiresAt(Instant.now().plusSeconds(seconds))
                .jws()
                .keyId(keys.signingId())
                .sign(keys.signing());
    }

    /** As the token of this key says it. */
    private static String print() {
        String claims = token(Desk.ACME).split("\\.")[1];
        String json = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        return io.restassured.path.json.JsonPath.from(json).getString("key_print");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String token(Desk desk) {
        return token(desk, 900);
    }

    private static String token(Desk desk, int seconds) {
        return desk.post(PATH, "{\"expires_in\":" + seconds + "}").expect(200).text("access_token");
    }

    private static int status(String host, String token, String path) {
        return Gate.get(host, path, bearer(token)).status();
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }
}
