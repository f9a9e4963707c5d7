package io.deskgraph.gateway.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.gateway.foreign.Refused.Reason;
import io.deskgraph.gateway.registry.TrustedIssuer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** What is looked at before a token gets here is looked at here once more: nothing before this has a signature. */
class VerifierTest {

    private static final String NAME = "https://login.example.org/realms/acme";

    private final RsaJsonWebKey key = TestIssuer.key();
    private final TrustedIssuer issuer = new TrustedIssuer(
            new UUID(0, 1),
            new UUID(0, 2),
            NAME,
            null,
            List.of(TestIssuer.AUDIENCE),
            List.of("RS256"),
            30,
            "email",
            null,
            Map.of(),
            List.of(),
            false);

    @Test
    void whatIsAsItShouldBeIsBelieved() {
        assertEquals("ada@acme.test", verify(token("RS256", claims -> {})).identity());
    }

    @Test
    void anotherIssuersTokenIsNot() {
        refused(token("RS256", claims -> claims.setIssuer("https://login.example.org/realms/globex")));
    }

    @Test
    void norIsAnAlgorithmThatWasNotAgreedOn() {
        refused(token("RS512", claims -> {}));
    }

    private void refused(String token) {
        Refused refused = assertThrows(Refused.class, () -> verify(token));
        assertEquals(Reason.SIGNATURE_OR_CLAIMS, refused.reason());
    }

    private ForeignToken verify(String token) {
        return Verifier.verify(issuer, token, key.getPublicKey(), Instant.now());
    }

    private String token(String algorithm, Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(TestIssuer.AUDIENCE);
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("email", "ada@acme.test");
        change.accept(claims);
        return TestIssuer.sign(claims, algorithm, key);
    }
}
