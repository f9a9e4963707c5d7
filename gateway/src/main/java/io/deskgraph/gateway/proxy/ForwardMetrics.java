package io.deskgraph.gateway.proxy;

import io.deskgraph.gateway.route.Upstream;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Counts and times what is forwarded, by service and outcome. Never by path or tenant: both have no end. */
@ApplicationScoped
class ForwardMetrics {

    private static final String NAME = "deskgraph.gateway.forwarded";

    private static final String RETRIES = "deskgraph.gateway.retries";
    private static final String STATE = "deskgraph.gateway.replica.state";
    private static final String UNDER_WAY = "deskgraph.gateway.replica.requests";

    private final MeterRegistry registry;
    private final Map<Upstream, Map<Outcome, Timer>> timers = new EnumMap<>(Upstream.class);
    private final Map<Upstream, Counter> retries = new EnumMap<>(Upstream.class);

    ForwardMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Upstream upstream : Upstream.values()) {
            Map<Outcome, Timer> ofService = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                ofService.put(outcome, registry.timer(NAME, "service", tag(upstream), "outcome", tag(outcome)));
            }
            timers.put(upstream, ofService);
            retries.put(upstream, registry.counter(RETRIES, "service", tag(upstream)));
        }
    }

    void record(Upstream upstream, Outcome outcome, long nanos) {
        Map<Outcome, Timer> ofService = Objects.requireNonNull(timers.get(upstream));
        Objects.requireNonNull(ofService.get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A further attempt for the same request. */
    void retried(Upstream upstream) {
        Objects.requireNonNull(retries.get(upstream)).increment();
    }

    /** Shows how each replica is doing, by the address it is configured under. */
    void watch(Upstream upstream, List<Replica> replicas) {
        for (Replica replica : replicas) {
            Tags tags = Tags.of("service", tag(upstream), "replica", replica.toString());
            registry.gauge(STATE, tags, replica, ForwardMetrics::state);
            registry.gauge(UNDER_WAY, tags, replica, Replica::underWay);
        }
    }

    /** 0 well, 1 left alone for a moment, 2 not asked at all. */
    private static int state(Replica replica) {
        long now = System.nanoTime();
        return replica.isCutOff(now) ? 2 : replica.isResting(now) ? 1 : 0;
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
