package io.deskgraph.gateway.apikey;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The keyed hash of a key. Equality takes the same time wherever two hashes differ. */
public final class KeyHash {

    private static final int PRINT_BYTES = 16;

    private final byte[] bytes;

    private KeyHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over; the caller must not change it. */
    public static KeyHash of(byte[] bytes) {
        return new KeyHash(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** A name for this hash that leads to no key and to no hash: what a token says about the key that it was given for. */
    public String print() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, PRINT_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes).getInt();
    }

    /** Says nothing: a hash has no business in a log either. */
    @Override
    public String toString() {
        return "KeyHash";
    }
}
