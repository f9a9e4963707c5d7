package io.deskgraph.kit.request;

import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the claims the gateway writes; a claim that is missing or of the wrong kind makes the token invalid. */
final class TokenClaims {

    private TokenClaims() {}

    static Caller caller(JsonWebToken token) {
        return new Caller(
                UUID.fromString(text(token, "tenant")),
                text(token, "tenant_slug"),
                UUID.fromString(text(token, "sub")),
                text(token, "name"),
                text(token, "actor_type"),
                texts(token, "permissions"),
                texts(token, "roles"),
                isTrue(token.getClaim("msp")));
    }

    private static String text(JsonWebToken token, String name) {
        if (token.getClaim(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The token has no text claim " + name);
    }

    private static Set<String> texts(JsonWebToken token, String name) {
        if (token.getClaim(name) instanceof Collection<?> values) {
            return values.stream().map(TokenClaims::text).collect(Collectors.toUnmodifiableSet());
        }
        throw new IllegalArgumentException("The token has no list claim " + name);
    }

    /** The platform hands out JSON's own values or Java's, depending on where the claim came from. */
    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }

    private static boolean isTrue(@Nullable Object claim) {
        return claim != null && "true".equals(claim.toString());
    }
}
