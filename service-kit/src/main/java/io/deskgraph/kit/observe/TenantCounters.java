package io.deskgraph.kit.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts the requests of the busiest tenants by name and those of all others together. The first to come get the names;
 * after each period the busiest of the others takes the place of the quietest of the named if it had more than twice
 * its requests. So there are never more names than places, and never more than one new name in a period.
 */
@Singleton
class TenantCounters {

    static final String NAME = "deskgraph.tenant.requests";
    static final String OTHERS = "other";

    private static final int MOST_KNOWN = 10_000;

    private final MeterRegistry registry;
    private final int places;
    private final long period;
    private final Map<String, Tenant> known = new ConcurrentHashMap<>();
    private final Tenant others;
    private volatile long rankAt;
    private int named;

    TenantCounters(MeterRegistry registry, MetricsConfig config) {
        this.registry = registry;
        this.places = config.tenants();
        this.period = config.ranking().toNanos();
        this.others = new Tenant(OTHERS, counters(OTHERS));
        this.rankAt = System.nanoTime() + period;
    }

    void count(String slug, Status status, long nowNanos) {
        Tenant tenant = known.get(slug);
        if (tenant == null) {
            tenant = meet(slug);
        }
        tenant.recent.increment();
        tenant.counters[status.ordinal()].increment();
        if (nowNanos - rankAt > 0) {
            rank(nowNanos);
        }
    }

    private synchronized Tenant meet(String slug) {
        Tenant there = known.get(slug);
        if (there != null) {
            return there;
        }
        if (known.size() >= MOST_KNOWN) {
            return others;
        }
        boolean free = named < places && !slug.equals(OTHERS);
        named += free ? 1 : 0;
        Tenant tenant = new Tenant(slug, free ? counters(slug) : others.counters);
        known.put(slug, tenant);
        return tenant;
    }

    private synchronized void rank(long nowNanos) {
        if (nowNanos - rankAt <= 0) {
            return;
        }
        rankAt = nowNanos + period;
        known.values().forEach(Tenant::close);
        Comparator<Tenant> order = Comparator.<Tenant>comparingLong(tenant -> tenant.requests)
                .thenComparing(tenant -> tenant.slug, Comparator.reverseOrder());
        all(true).min(order).ifPresent(quietest -> all(false)
                .filter(other -> !other.slug.equals(OTHERS) && other.requests > 2 * quietest.requests)
                .max(order)
                .ifPresent(busiest -> swap(quietest, busiest)));
        known.values().removeIf(tenant -> tenant.requests == 0 && !isNamed(tenant));
    }

    private void swap(Tenant quietest, Tenant busiest) {
        Counter[] gone = quietest.counters;
        quietest.counters = others.counters;
        for (Counter counter : gone) {
            registry.remove(counter);
        }
        busiest.counters = counters(busiest.slug);
    }

    private Stream<Tenant> all(boolean withName) {
        return known.values().stream().filter(tenant -> isNamed(tenant) == withName);
    }

    private boolean isNamed(Tenant tenant) {
        return tenant.counters != others.counters;
    }

    private Counter[] counters(String slug) {
        return Stream.of(Status.values())
                .map(status -> registry.counter(NAME, "tenant", slug, "status", status.label()))
                .toArray(Counter[]::new);
    }

    private static final class Tenant {

        private final String slug;
        private final LongAdder recent = new LongAdder();
        private volatile Counter[] counters;
        /** In the last whole period; read and written under the lock. */
        private long requests;

        Tenant(String slug, Counter[] counters) {
            this.slug = slug;
            this.counters = counters;
        }

        void close() {
            requests = recent.sumThenReset();
        }
    }
}
