package io.deskgraph.kit.test;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Internal tokens as the gateway signs them; every part can be made wrong. */
public final class TestTokens {

    public static final UUID TENANT = UUID.fromString("01970000-0000-7000-8000-00000000000a");
    public static final UUID OTHER_TENANT = UUID.fromString("01970000-0000-7000-8000-00000000000b");
    public static final UUID USER = UUID.fromString("01970000-0000-7000-8000-0000000000aa");

    private final Map<String, Object> claims = new LinkedHashMap<>();
    private Duration lifetime = Duration.ofMinutes(5);

    private TestTokens(UUID tenant, String slug, Set<String> permissions) {
        claims.put("iss", "deskgraph-gateway");
        claims.put("aud", Set.of("deskgraph-services"));
        claims.put("sub", USER.toString());
        claims.put("tenant", tenant.toString());
        claims.put("tenant_slug", slug);
        claims.put("permissions", permissions);
        claims.put("roles", Set.of("Technician"));
        claims.put("name", "Terry Technician");
        claims.put("actor_type", "USER");
        claims.put("msp", false);
    }

    /** A good token of the first tenant that holds these permissions. */
    public static TestTokens with(String... permissions) {
        return new TestTokens(TENANT, "acme", Set.of(permissions));
    }

    /** A good token of the second tenant. */
    public static TestTokens other(String... permissions) {
        return new TestTokens(OTHER_TENANT, "globex", Set.of(permissions));
    }

    public TestTokens tenant(UUID tenant, String slug) {
        return claim("tenant", tenant.toString()).claim("tenant_slug", slug);
    }

    public TestTokens user(UUID user) {
        return claim("sub", user.toString());
    }

    public TestTokens msp() {
        return claim("msp", true);
    }

    /** Sets a claim, or takes it away when the value is null. */
    public TestTokens claim(String name, @Nullable Object value) {
        if (value == null) {
            claims.remove(name);
        } else {
            claims.put(name, value);
        }
        return this;
    }

    public TestTokens lifetime(Duration lifetime) {
        this.lifetime = lifetime;
        return this;
    }

    /** The value of the {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + token();
    }

    public String token() {
        return token(privateKey());
    }

    public String token(PrivateKey key) {
        return builder().jws().algorithm(SignatureAlgorithm.RS256).sign(key);
    }

    /** The classic confusion: the public key's text used as a shared secret. */
    public String signedWithPublicKeyAsSecret() {
        return builder().jws().algorithm(SignatureAlgorithm.HS256).signWithSecret(publicKeyText());
    }

    /** The claims, for tokens that no builder would make. */
    public JwtClaimsBuilder builder() {
        Instant now = Instant.now();
        return Jwt.claims(claims)
                .issuedAt(now.plus(lifetime).minus(Duration.ofMinutes(5)))
                .expiresAt(now.plus(lifetime));
    }

    private static PrivateKey privateKey() {
        try {
            return KeyUtils.decodePrivateKey(Files.readString(TestKeys.privateKey()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String publicKeyText() {
        try {
            return Files.readString(TestKeys.publicKey());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
