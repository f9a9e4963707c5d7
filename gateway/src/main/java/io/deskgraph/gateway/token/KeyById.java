package io.deskgraph.gateway.token;

import java.security.Key;
import java.util.List;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Finds a key by the name that a token gives, among ours only: what else a token says of its key is not listened to. */
record KeyById(TokenKeys keys) implements VerificationKeyResolver {

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        RsaJsonWebKey key = keys.byId(token.getKeyIdHeaderValue());
        if (key == null) {
            throw new UnresolvableKeyException("No such key");
        }
        return key.getPublicKey();
    }
}
