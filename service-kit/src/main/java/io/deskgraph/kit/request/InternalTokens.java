package io.deskgraph.kit.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Turns the gateway's token into an identity. A verified token is remembered until it expires, so that a caller's next
 * request costs a look-up and not a signature check.
 */
@ApplicationScoped
class InternalTokens {

    private static final Logger LOG = Logger.getLogger(InternalTokens.class);
    private static final int REMEMBERED = 10_000;

    private final JWTParser parser;
    private final Clock clock;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    InternalTokens(JWTParser parser, Clock clock) {
        this.parser = parser;
        this.clock = clock;
    }

    /** @throws AuthenticationFailedException for a token that is not the gateway's, not for us, or no longer valid */
    SecurityIdentity identify(String token) {
        Verified known = verified.getIfPresent(token);
        if (known != null && known.isValidAt(clock.instant())) {
            return known.identity();
        }
        Verified fresh = verify(token);
        verified.put(token, fresh);
        return fresh.identity();
    }

    private Verified verify(String token) {
        try {
            JsonWebToken claims = parser.parse(token);
            SecurityIdentity identity =
                    CallerIdentity.of(TokenClaims.caller(claims), claims, new TokenCredential(token, "bearer"));
            return current(new Verified(identity, Instant.ofEpochSecond(claims.getExpirationTime())));
        } catch (ParseException | IllegalArgumentException invalid) {
            // Not the cause's text: it quotes the token.
            LOG.debugf("A token was refused: %s", invalid.getClass().getSimpleName());
            throw new AuthenticationFailedException(invalid);
        }
    }

    /** The platform allows a minute past the expiry; a token of five minutes needs no such grace. */
    private Verified current(Verified token) {
        if (!token.isValidAt(clock.instant())) {
            throw new AuthenticationFailedException("The token has expired");
        }
        return token;
    }

    private record Verified(SecurityIdentity identity, Instant expires) {
        boolean isValidAt(Instant now) {
            return now.isBefore(expires);
        }
    }
}
