package io.deskgraph.gateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key changes without anybody being refused, as long as the one before is named. */
class TokenKeysTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path directory;

    private final KeyPair former = pair();
    private final KeyPair present = pair();

    @Test
    void aRetiredKeyGoesOnVerifying() throws IOException {
        // Given
        String issued = token(keys(former), NOW.plusSeconds(60));

        // When
        TokenKeys changed = keys(present, pem("PUBLIC KEY", former.getPublic()));

        // Then
        assertNotEquals(keys(former).signingId(), changed.signingId());
        assertEquals(2, changed.all().size());
        assertNotNull(new ClientTokens(changed, CLOCK).verify(issued));
        assertNotNull(new ClientTokens(changed, CLOCK).verify(token(changed, NOW.plusSeconds(60))));
        assertNull(new ClientTokens(keys(present), CLOCK).verify(issued));
    }

    @Test
    void aTokenThatWasVerifiedOnceStillEnds() throws IOException {
        // Given
        TokenKeys keys = keys(present);
        Ticking clock = new Ticking();
        ClientTokens tokens = new ClientTokens(keys, clock);
        String issued = token(keys, NOW.plusSeconds(60));
        assertNotNull(tokens.verify(issued));

        // When
        clock.now = NOW.plusSeconds(60);

        // Then
        assertNull(tokens.verify(issued));
    }

    @Test
    void whatIsNoTokenIsNone() throws IOException {
        ClientTokens tokens = new ClientTokens(keys(present), CLOCK);

        for (String text : List.of("", ".", "a.b.c", "dgk_x", "\u00e9".repeat(20), "x".repeat(20_000))) {
            assertNull(tokens.verify(text));
        }
    }

    @Test
    void aFileThatIsNoKeyStopsTheStart() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.pem"), "nonsense");

        assertThrows(IllegalStateException.class, () -> keys(present, file));
    }

    private TokenKeys keys(KeyPair pair, Path... retired) throws IOException {
        Path file = pem("PRIVATE KEY", pair.getPrivate());
        return new TokenKeys(
                new SigningKey(file.toString()),
                Optional.of(List.of(retired).stream().map(Path::toString).toList()));
    }

    private Path pem(String name, Key key) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return Files.writeString(
                directory.resolve(UUID.randomUUID() + ".pem"),
                "-----BEGIN " + name + "-----\n" + body + "\n-----END " + name + "-----\n");
    }

    private static String token(TokenKeys keys, Instant expires) {
        return Jwt.issuer("deskgraph-gateway")
                .audience("deskgraph-api")
                .subject("somebody")
                .claim("tenant", UUID.randomUUID().toString())
                .claim("key_print", "print")
                .issuedAt(NOW)
                .expiresAt(expires)
                .jws()
                .keyId(keys.signingId())
                .sign(keys.signing());
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
