package io.deskgraph.gateway.registry;

/** When a key was last used, and up to where the database knows. Written by event loops, read by the one that stores. */
final class LastUse {

    private volatile long usedMillis;
    private volatile long storedMillis;

    void at(long millis, long resolution) {
        if (millis - usedMillis >= resolution) {
            usedMillis = millis;
        }
    }

    /** The use that is still to be stored; 0 if there is none. */
    long unstored() {
        long used = usedMillis;
        return used > storedMillis ? used : 0;
    }

    void stored(long millis) {
        storedMillis = millis;
    }
}
