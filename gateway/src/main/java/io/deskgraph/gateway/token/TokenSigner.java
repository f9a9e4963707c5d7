package io.deskgraph.gateway.token;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Signs the claims with the gateway's private key. */
@ApplicationScoped
class TokenSigner {

    static final String ISSUER = "deskgraph-gateway";
    static final String AUDIENCE = "deskgraph-services";
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final PrivateKey key;
    private final Clock clock;

    TokenSigner(SigningKey key, Clock clock) {
        this.key = key.privateKey();
        this.clock = clock;
    }

    SignedToken sign(CallerClaims caller) {
        Instant now = clock.instant();
        Instant expires = now.plus(LIFETIME);
        JwtClaimsBuilder claims = Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .issuedAt(now)
                .expiresAt(expires)
                .subject(caller.userId().toString())
                .claim("tenant", caller.tenantId().toString())
                .claim("tenant_slug", caller.tenantSlug())
                .claim("permissions", caller.permissions())
                .claim("roles", caller.roles())
                .claim("name", caller.name())
                .claim("actor_type", caller.actorType())
                .claim("msp", caller.msp());
        if (caller.keyId() != null) {
            claims.claim("key", caller.keyId().toString());
        }
        if (caller.acrossTenants()) {
            claims.claim("all_tenants", true);
        }
        if (caller.keyPrint() != null) {
            claims.claim("key_print", caller.keyPrint());
        }
        return new SignedToken("Bearer " + claims.sign(key), expires.toEpochMilli());
    }
}
