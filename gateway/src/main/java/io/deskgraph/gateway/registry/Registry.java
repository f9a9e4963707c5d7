package io.deskgraph.gateway.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** Holds the snapshot that requests are decided by. */
@ApplicationScoped
public class Registry {

    private final AtomicReference<Snapshot> current = new AtomicReference<>(Snapshot.EMPTY);
    private volatile boolean loaded;

    public Snapshot snapshot() {
        return current.get();
    }

    /** Whether the database has been read at least once; before, every host would be unknown. */
    public boolean isLoaded() {
        return loaded;
    }

    void replace(Snapshot snapshot) {
        current.set(snapshot);
        loaded = true;
    }
}
