package io.deskgraph.gateway.foreign;

import io.deskgraph.gateway.registry.TrustedIssuer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads users and roles out of the claims of a verified token. */
final class Claims {

    /** Where the user's name is looked for, in this order, unless the issuer's entry says where it is. */
    private static final List<String> USUAL =
            List.of("vams:tokens", "cognito:username", "username", "sub", "upn", "email");

    private static final int MOST_ROLES = 500;
    private static final int LONGEST = 320;

    private final Map<String, Object> all;

    Claims(Map<String, Object> all) {
        this.all = all;
    }

    /** Whom the token is about; null if it does not say. */
    @Nullable
    String identity(TrustedIssuer issuer) {
        List<String> places = issuer.userClaim() == null ? USUAL : List.of(issuer.userClaim());
        return places.stream()
                .map(place -> first(find(all, place)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** As the issuer calls them. */
    List<String> roles(TrustedIssuer issuer) {
        if (issuer.roleClaim() == null) {
            return List.of();
        }
        Object value = find(all, issuer.roleClaim());
        if (value instanceof String text) {
            return Arrays.stream(text.split("\\s+")).limit(MOST_ROLES).toList();
        }
        return value instanceof Collection<?> values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .limit(MOST_ROLES)
                        .toList()
                : List.of();
    }

    /** Whether the issuer says that this e-mail address has not been shown to be the user's own. */
    boolean isUnverified(String identity) {
        return all.get("email") instanceof String email
                && email.equalsIgnoreCase(identity)
                && "false".equals(String.valueOf(all.get("email_verified")));
    }

    @Nullable
    String text(String name) {
        return all.get(name) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** A name as it stands counts before a path, for there are names with dots in them. */
    static @Nullable Object find(Map<?, ?> object, String path) {
        if (object.containsKey(path)) {
            return object.get(path);
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            Object inner = object.get(path.substring(0, dot));
            Object found = inner instanceof Map<?, ?> map ? find(map, path.substring(dot + 1)) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String first(@Nullable Object value) {
        if (value instanceof Collection<?> values) {
            return values.isEmpty() ? null : first(values.iterator().next());
        }
        if (!(value instanceof String text) || text.isBlank() || text.length() > LONGEST) {
            return null;
        }
        return text.startsWith("[") ? Glimpse.firstOf(text) : text.strip();
    }
}
