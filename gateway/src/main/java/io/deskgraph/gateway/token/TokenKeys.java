package io.deskgraph.gateway.token;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys that clients' tokens are signed and verified with. One signs; those that did before go on verifying as long as
 * they are configured, so that a change of the key refuses nobody.
 */
@Singleton
class TokenKeys {

    private final PrivateKey signing;
    private final String signingId;
    private final Map<String, RsaJsonWebKey> verifying = new LinkedHashMap<>();

    TokenKeys(
            SigningKey key,
            @ConfigProperty(name = "deskgraph.token.retired-public-key-files") Optional<List<String>> retired) {
        this.signing = key.privateKey();
        this.signingId = add(publicKey((RSAPrivateCrtKey) signing));
        retired.orElse(List.of()).forEach(file -> add(read(Path.of(file))));
    }

    PrivateKey signing() {
        return signing;
    }

    /** The name of the signing key: the thumbprint of RFC 7638. */
    String signingId() {
        return signingId;
    }

    @Nullable
    RsaJsonWebKey byId(@Nullable String id) {
        return id == null ? null : verifying.get(id);
    }

    Collection<RsaJsonWebKey> all() {
        return verifying.values();
    }

    private String add(RSAPublicKey key) {
        RsaJsonWebKey webKey = new RsaJsonWebKey(key);
        String id = webKey.calculateBase64urlEncodedThumbprint("SHA-256");
        webKey.setKeyId(id);
        verifying.put(id, webKey);
        return id;
    }

    private static RSAPublicKey publicKey(RSAPrivateCrtKey key) {
        try {
            RSAPublicKeySpec numbers = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(numbers);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not an RSA key", e);
        }
    }

    private static RSAPublicKey read(Path file) {
        try {
            String pem = Files.readString(file).replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
            byte[] der = Base64.getMimeDecoder().decode(pem);
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the public key file " + file, e);
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException e) {
            throw new IllegalStateException("Not an RSA public key: " + file, e);
        }
    }
}
