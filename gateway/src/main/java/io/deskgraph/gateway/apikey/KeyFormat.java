package io.deskgraph.gateway.apikey;

import java.security.SecureRandom;
import java.util.Base64;

/** The plain form of a key: {@code dgk_} and 32 random bytes as base64url. The prefix lets secret scanners find it. */
public final class KeyFormat {

    private static final String MARK = "dgk_";
    private static final int RANDOM_BYTES = 32;
    private static final int LENGTH = MARK.length() + 43;
    private static final int SHOWN = MARK.length() + 4;

    private KeyFormat() {}

    /** A new key. */
    public static String generate(SecureRandom random) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Whether the text has the form of a key; says nothing about its being one. */
    public static boolean matches(String text) {
        if (text.length() != LENGTH || !text.startsWith(MARK)) {
            return false;
        }
        for (int i = MARK.length(); i < LENGTH; i++) {
            if (!isBase64Url(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The part of a key that people may see, to tell their keys apart. */
    public static String prefix(String key) {
        return key.substring(0, SHOWN);
    }

    private static boolean isBase64Url(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
