package io.deskgraph.kit.policy;

import io.deskgraph.kit.observe.Decisions;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** Counts decisions about single objects, of which one request may need thousands; those in SQL are not among them. */
@Singleton
class ObjectDecisions {

    private static final LongAdder ALLOWED = new LongAdder();
    private static final LongAdder DENIED = new LongAdder();

    void bind(@Observes StartupEvent event, MeterRegistry registry) {
        register(registry, "allowed", ALLOWED);
        register(registry, "denied", DENIED);
    }

    static boolean counted(boolean allowed) {
        (allowed ? ALLOWED : DENIED).increment();
        return allowed;
    }

    private static void register(MeterRegistry registry, String outcome, LongAdder count) {
        FunctionCounter.builder(Decisions.NAME, count, LongAdder::doubleValue)
                .tags("kind", "object", "outcome", outcome)
                .register(registry);
    }
}
