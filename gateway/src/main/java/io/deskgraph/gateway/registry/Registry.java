package io.deskgraph.gateway.registry;

import jakarta.enterprise.context.ApplicationScoped;

/** Holds the snapshot that requests are decided by. */
@ApplicationScoped
public class Registry {

    private volatile Snapshot current = Snapshot.EMPTY;
    private volatile boolean loaded;

    public Snapshot snapshot() {
        return current;
    }

    /** Whether the database has been read at least once; before, every host would be unknown. */
    public boolean isLoaded() {
        return loaded;
    }

    void replace(Snapshot snapshot) {
        current = snapshot;
        loaded = true;
    }
}
