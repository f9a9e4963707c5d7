package io.deskgraph.kit.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class TokenTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefusedInTheOneShape(String what, String token) {
        // When
        Response answer = get("Bearer " + token);

        // Then
        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType(startsWith("application/problem+json"))
                .body("error.code", equalTo("UNAUTHORIZED"))
                .body("message", equalTo("Invalid token"))
                .body("success", equalTo(false));
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of("no token at all", ""),
                Arguments.of("garbage", "abc.def.ghi"),
                Arguments.of("alg none", unsigned()),
                Arguments.of("HS256 with the public key", good().signedWithPublicKeyAsSecret()),
                Arguments.of("signed by another key", good().token(strangersKey())),
                Arguments.of("a claim changed after signing", tampered()),
                Arguments.of("expired", good().lifetime(Duration.ofSeconds(-1)).token()),
                Arguments.of("foreign issuer", good().claim("iss", "someone").token()),
                Arguments.of("no issuer", good().claim("iss", null).token()),
                Arguments.of(
                        "wrong audience", good().claim("aud", Set.of("others")).token()),
                Arguments.of("no audience", good().claim("aud", null).token()),
                Arguments.of("no tenant", good().claim("tenant", null).token()),
                Arguments.of(
                        "a tenant that is no UUID",
                        good().claim("tenant", "acme").token()),
                Arguments.of("no user", good().claim("sub", null).token()),
                Arguments.of("no permissions", good().claim("permissions", null).token()),
                Arguments.of(
                        "permissions of another kind",
                        good().claim("permissions", "a:b").token()));
    }

    @Test
    void withoutATokenTheAnswerAsksForOne() {
        // When
        Response answer = given().get("/parcels/me");

        // Then
        answer.then().statusCode(401).header("WWW-Authenticate", "Bearer").body("message", equalTo("Token required"));
    }

    @Test
    void anotherSchemeIsNoToken() {
        get("Basic YWRtaW46YWRtaW4=").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void aRememberedTokenEndsWithItsExpiry() {
        // Given
        String bearer = good().lifetime(Duration.ofSeconds(3)).bearer();
        int before = get(bearer).statusCode();

        // When
        Eventually.until("the end of the token", () -> get(bearer).statusCode() == 401);

        // Then
        assertEquals(200, before);
    }

    private static Response get(String authorization) {
        return given().header("Authorization", authorization).get("/parcels/me");
    }

    private static TestTokens good() {
        return TestTokens.with("parcel:read");
    }

    private static String unsigned() {
        String[] parts = good().token().split("\\.");
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
    }

    private static String tampered() {
        String[] parts = good().token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        parts[1] = encoded(claims.replace(TestTokens.TENANT.toString(), TestTokens.OTHER_TENANT.toString()));
        return String.join(".", Arrays.asList(parts));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey strangersKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
