package io.deskgraph.gateway.proxy;

import io.deskgraph.gateway.route.Upstream;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Counts and times what is forwarded, by service and outcome. Never by path or tenant: both have no end. */
@ApplicationScoped
class ForwardMetrics {

    private static final String NAME = "deskgraph.gateway.forwarded";

    private final Map<Upstream, Map<Outcome, Timer>> timers = new EnumMap<>(Upstream.class);

    ForwardMetrics(MeterRegistry registry) {
        for (Upstream upstream : Upstream.values()) {
            Map<Outcome, Timer> ofService = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                ofService.put(outcome, registry.timer(NAME, "service", tag(upstream), "outcome", tag(outcome)));
            }
            timers.put(upstream, ofService);
        }
    }

    void record(Upstream upstream, Outcome outcome, long nanos) {
        Map<Outcome, Timer> ofService = Objects.requireNonNull(timers.get(upstream));
        Objects.requireNonNull(ofService.get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
