package io.deskgraph.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that clients send in place of a key. Their audience is the API's and not the services', so neither kind of
 * token passes for the other. One that was verified is remembered until it expires: the next request costs a look-up.
 */
@Singleton
public class ClientTokens {

    private static final Logger LOG = Logger.getLogger(ClientTokens.class);

    private static final String ISSUER = "deskgraph-gateway";
    private static final String AUDIENCE = "deskgraph-api";
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 12_000;

    private final TokenKeys keys;
    private final Clock clock;
    private final Cache<String, ClientToken> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ClientTokens(TokenKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token for the caller, to be signed where a millisecond of work holds nobody up. */
    Supplier<String> prepare(JsonWebToken caller, Duration lifetime) {
        Instant now = clock.instant();
        var unsigned = Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .subject(caller.getSubject())
                .claim("tenant", caller.getClaim("tenant"))
                .claim("tenant_slug", caller.getClaim("tenant_slug"))
                .claim("permissions", caller.getClaim("permissions"))
                .claim("roles", caller.getClaim("roles"))
                .claim("name", caller.getClaim("name"))
                .claim("key_print", caller.getClaim("key_print"))
                .jws()
                .keyId(keys.signingId());
        return () -> unsigned.sign(keys.signing());
    }

    /** Null for whatever is not a valid token of ours. */
    public @Nullable ClientToken verify(String token) {
        ClientToken known = verified.getIfPresent(token);
        if (known == null) {
            known = token.length() > LONGEST ? null : read(token);
            if (known == null) {
                return null;
            }
            verified.put(token, known);
        }
        return clock.millis() < known.expiresAtMillis() ? known : null;
    }

    private @Nullable ClientToken read(String token) {
        try {
            JwtClaims claims = consumer().processToClaims(token);
            return new ClientToken(
                    UUID.fromString(claims.getStringClaimValue("tenant")),
                    Objects.requireNonNull(claims.getStringClaimValue("key_print")),
                    claims.getExpirationTime().getValueInMillis());
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException refused) {
            // Without the token: whoever reads the log must not be able to use it.
            LOG.debugf("A token was refused: %s", refused.getClass().getSimpleName());
            return null;
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(new KeyById(keys))
                .build();
    }
}
