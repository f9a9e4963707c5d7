package io.deskgraph.gateway.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** HMAC-SHA-256 under the server's secret: a stolen table of hashes is worth nothing without it. */
@ApplicationScoped
public class KeyHasher {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;

    private final ThreadLocal<Mac> macs;

    public KeyHasher(@ConfigProperty(name = "deskgraph.keys.hash-secret") String secret) {
        byte[] bytes = decode(secret);
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("deskgraph.keys.hash-secret needs at least 32 bytes, base64-encoded");
        }
        SecretKeySpec key = new SecretKeySpec(bytes, ALGORITHM);
        this.macs = ThreadLocal.withInitial(() -> mac(key));
    }

    public KeyHash hash(String key) {
        return KeyHash.of(macs.get().doFinal(key.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] decode(String secret) {
        try {
            return Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException notBase64) {
            // The cause quotes the text, so it must not travel.
            throw new IllegalArgumentException("deskgraph.keys.hash-secret is not base64");
        }
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No " + ALGORITHM, e);
        }
    }
}
