package io.deskgraph.gateway.foreign;

import java.security.Key;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The public keys of an issuer that are for signatures. */
final class KeySet {

    static final KeySet NONE = new KeySet(List.of());

    private final List<PublicJsonWebKey> keys;

    private KeySet(List<PublicJsonWebKey> keys) {
        this.keys = keys;
    }

    /** Leaves out what cannot be read and what is a secret, which has no business there. */
    static KeySet parse(String json) throws JoseException {
        return new KeySet(new JsonWebKeySet(json)
                .getJsonWebKeys().stream()
                        .filter(PublicJsonWebKey.class::isInstance)
                        .map(PublicJsonWebKey.class::cast)
                        .filter(key -> key.getUse() == null || key.getUse().equals("sig"))
                        .toList());
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** A token that names no key is meant to be understood where there is only one. */
    boolean knows(@Nullable String id) {
        return id == null ? !keys.isEmpty() : keys.stream().anyMatch(key -> id.equals(key.getKeyId()));
    }

    /** The one key that this can be; null if there is none or a choice. */
    @Nullable
    Key find(@Nullable String id, String algorithm) {
        List<PublicJsonWebKey> fitting = keys.stream()
                .filter(key -> id == null || id.equals(key.getKeyId()))
                .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                .filter(key -> key.getKeyType().equals(type(algorithm)))
                .toList();
        return fitting.size() == 1 ? fitting.get(0).getPublicKey() : null;
    }

    private static String type(String algorithm) {
        return switch (algorithm.substring(0, 2)) {
            case "RS", "PS" -> "RSA";
            case "ES" -> "EC";
            case "Ed" -> "OKP";
            default -> "";
        };
    }
}
