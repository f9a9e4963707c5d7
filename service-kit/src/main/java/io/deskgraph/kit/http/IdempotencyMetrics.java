package io.deskgraph.kit.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Counts the keys that were seen before, by what became of the request. */
@Startup
@Singleton
class IdempotencyMetrics {

    private static final String NAME = "idempotency.repeats";

    private final Counter replayed;
    private final Counter reused;
    private final Counter twin;

    IdempotencyMetrics(MeterRegistry registry) {
        replayed = registry.counter(NAME, "outcome", "replayed");
        reused = registry.counter(NAME, "outcome", "refused");
        twin = registry.counter(NAME, "outcome", "in_flight");
    }

    /** The stored answer was given. */
    void replayed() {
        replayed.increment();
    }

    /** The key came with another request. */
    void reused() {
        reused.increment();
    }

    /** The first request with the key was not over. */
    void twin() {
        twin.increment();
    }
}
