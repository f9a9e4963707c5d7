package io.deskgraph.gateway.apikey;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The keyed hash of a key. Equality takes the same time wherever two hashes differ. */
public final class KeyHash {

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
