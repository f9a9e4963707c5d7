package io.deskgraph.kit.request;

import jakarta.json.JsonArray;
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
                isTrue(token.getClaim("msp")));
    }

    private static String text(JsonWebToken token, String name) {
        if (token.getClaim(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The token has no text claim " + name);
    }

    private static Set<String> texts(JsonWebToken token, String name) {
        Object claim = token.getClaim(name);
        if (claim instanceof JsonArray array) {
            return array.getValuesAs(JsonString::getString).stream().collect(Collectors.toUnmodifiableSet());
        }
        if (claim instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
        }
        throw new IllegalArgumentException("The token has no list claim " + name);
    }

    private static boolean isTrue(@Nullable Object claim) {
        return claim != null && "true".equals(claim.toString());
    }
}
