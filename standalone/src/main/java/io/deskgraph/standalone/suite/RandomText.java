package io.deskgraph.standalone.suite;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets: 256 bits each. */
final class RandomText {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /** The form of an API key: a prefix that scanners know, then 43 characters. */
    String apiKey() {
        return "dgk_" + password();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
