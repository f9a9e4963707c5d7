package io.deskgraph.gateway.apikey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String SECRET_TEXT = Base64.getEncoder().encodeToString(SECRET);

    @Test
    void generatedKeysHaveTheFormAndDiffer() {
        // When
        String one = KeyFormat.generate(new SecureRandom());
        String other = KeyFormat.generate(new SecureRandom());

        // Then
        assertTrue(one.matches("dgk_[A-Za-z0-9_-]{43}"));
        assertTrue(KeyFormat.matches(one));
        assertNotEquals(one, other);
        assertEquals(one.substring(0, 8), KeyFormat.prefix(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dgk_",
                "dgk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "dgk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "DGK_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "dgk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
                "dgk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\u00e9"
            })
    void otherTextsAreNoKeys(String text) {
        assertFalse(KeyFormat.matches(text));
    }

    @Test
    void theHashIsHmacSha256() throws Exception {
        // Given
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));

        // When
        KeyHash hash = new KeyHasher(SECRET_TEXT).hash("dgk_x");

        // Then
        assertArrayEquals(mac.doFinal("dgk_x".getBytes(StandardCharsets.US_ASCII)), hash.bytes());
        assertEquals(KeyHash.of(hash.bytes()), hash);
        assertEquals(KeyHash.of(hash.bytes()).hashCode(), hash.hashCode());
        assertEquals("KeyHash", hash.toString());
    }

    @Test
    void anotherSecretGivesAnotherHash() {
        String other = Base64.getEncoder()
                .encodeToString("another 32 bytes of secret text!".getBytes(StandardCharsets.US_ASCII));

        assertNotEquals(new KeyHasher(SECRET_TEXT).hash("dgk_x"), new KeyHasher(other).hash("dgk_x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all!"})
    void aWeakSecretStopsTheStartAndIsNotQuoted(String secret) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new KeyHasher(secret));

        assertTrue(refusal.getMessage().contains("deskgraph.keys.hash-secret"));
        assertTrue(secret.isEmpty() || !refusal.getMessage().contains(secret));
    }
}
