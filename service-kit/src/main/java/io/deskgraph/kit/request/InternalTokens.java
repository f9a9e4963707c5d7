package io.deskgraph.kit.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns the gateway's token into an identity. A verified token is remembered until it expires, so that a caller's next
 * request costs a look-up and not a signature check.
 */
@ApplicationScoped
class InternalTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int REMEMBERED = 10_000;

    private final JWTParser parser;
    private final Clock clock;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    InternalTokens(JWTParser parser, Clock clock) {
        this.parser = parser;
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Ahead of the platform's own provider, which knows no caller. */
    @Override
    public int priority() {
        return SYSTEM_FIRST;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return request.getToken() instanceof JsonWebTokenCredential token
                ? Uni.createFrom().item(() -> identify(token))
                : Uni.createFrom().nullItem();
    }

    private SecurityIdentity identify(JsonWebTokenCredential token) {
        Verified known = verified.getIfPresent(token.getToken());
        if (known != null && known.isValidAt(clock.instant())) {
            return known.identity();
        }
        Verified fresh = verify(token);
        verified.put(token.getToken(), fresh);
        return fresh.identity();
    }

    private Verified verify(JsonWebTokenCredential token) {
        try {
            JsonWebToken claims = parser.parse(token.getToken());
            SecurityIdentity identity = CallerIdentity.of(TokenClaims.caller(claims), claims, token);
            return new Verified(identity, Instant.ofEpochSecond(claims.getExpirationTime()));
        } catch (ParseException | IllegalArgumentException invalid) {
            throw new AuthenticationFailedException(invalid);
        }
    }

    private record Verified(SecurityIdentity identity, Instant expires) {
        boolean isValidAt(Instant now) {
            return now.isBefore(expires);
        }
    }
}
