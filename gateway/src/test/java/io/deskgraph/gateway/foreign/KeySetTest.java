package io.deskgraph.gateway.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class KeySetTest {

    private final RsaJsonWebKey rsa = TestIssuer.key();

    @Test
    void aKeyIsFoundByItsNameAndFitsTheAlgorithm() throws JoseException {
        // Given
        EllipticCurveJsonWebKey curve = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        curve.setKeyId("curve");
        KeySet keys =
                KeySet.parse("{\"keys\":[" + text(rsa) + "," + curve.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}");

        // Then
        assertEquals(rsa.getPublicKey(), keys.find(rsa.getKeyId(), "RS256"));
        assertEquals(curve.getPublicKey(), keys.find("curve", "ES256"));
        assertNull(keys.find("curve", "RS256"));
        assertNull(keys.find("other", "RS256"));
        assertEquals(rsa.getPublicKey(), keys.find(null, "PS384"));
    }

    @Test
    void aKeyForSomethingElseIsNone() throws JoseException {
        rsa.setUse("enc");
        assertNull(KeySet.parse("{\"keys\":[" + text(rsa) + "]}").find(rsa.getKeyId(), "RS256"));
        rsa.setUse("sig");
        rsa.setAlgorithm("RS512");
        assertNull(KeySet.parse("{\"keys\":[" + text(rsa) + "]}").find(rsa.getKeyId(), "RS256"));
    }

    @Test
    void aSecretIsNoKey() throws JoseException {
        KeySet keys = KeySet.parse("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"c2VjcmV0\"}]}");

        assertNull(keys.find("s", "RS256"));
        assertNull(keys.find(null, "RS256"));
    }

    @Test
    void whichOfTwoIsNotGuessed() throws JoseException {
        KeySet keys = KeySet.parse("{\"keys\":[" + text(rsa) + "," + text(TestIssuer.key()) + "]}");

        assertNull(keys.find(null, "RS256"));
        assertNotNull(keys.find(rsa.getKeyId(), "RS256"));
    }

    @Test
    void aPathIsTakenAsItStandsFirst() {
        Map<String, Object> claims = Map.of(
                "a.b", "whole",
                "a", Map.of("b", "inner", "c.d", Map.of("e", List.of("x"))),
                "https://desk.test/roles", List.of("y"));

        assertEquals("whole", Claims.find(claims, "a.b"));
        assertEquals(List.of("x"), Claims.find(claims, "a.c.d.e"));
        assertEquals(List.of("y"), Claims.find(claims, "https://desk.test/roles"));
        assertNull(Claims.find(claims, "a.x"));
        assertNull(Claims.find(claims, "a.b.c"));
    }

    private static String text(RsaJsonWebKey key) {
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
