package io.deskgraph.assets.importing;

import io.deskgraph.assets.asset.TagKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which tags a file has named, in 16 bytes for each, however long they are. */
final class SeenTags {

    private long[] slots = new long[2 << 12];
    private int size;

    /** False when it was there already. */
    boolean add(TagKey key) {
        if (size * 4 > slots.length) {
            grow();
        }
        ByteBuffer hash = hash(key);
        return put(hash.getLong() | 1, hash.getLong());
    }

    /** The first half is never 0, which marks a free slot. */
    private boolean put(long high, long low) {
        int mask = slots.length / 2 - 1;
        int slot = (int) low & mask;
        while (slots[2 * slot] != 0) {
            if (slots[2 * slot] == high && slots[2 * slot + 1] == low) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        slots[2 * slot] = high;
        slots[2 * slot + 1] = low;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                put(old[i], old[i + 1]);
            }
        }
    }

    private static ByteBuffer hash(TagKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.databaseId().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return ByteBuffer.wrap(digest.digest(key.assetTag().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
