package io.deskgraph.kit.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A timer for each route, method and kind of answer that has occurred. */
@Singleton
class RequestTimers {

    static final String NAME = "deskgraph.http.requests";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };
    private static final List<String> METHODS =
            List.of("other", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Map<HttpMethod, Integer> PLACES = Map.of(
            HttpMethod.GET, 1,
            HttpMethod.HEAD, 2,
            HttpMethod.POST, 3,
            HttpMethod.PUT, 4,
            HttpMethod.PATCH, 5,
            HttpMethod.DELETE, 6,
            HttpMethod.OPTIONS, 7);

    private final MeterRegistry registry;
    private final Map<String, @Nullable Timer[]> ofRoutes = new ConcurrentHashMap<>();

    RequestTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(String route, HttpMethod method, Status status, long nanos) {
        @Nullable Timer[] timers = ofRoutes.get(route);
        if (timers == null) {
            timers = ofRoutes.computeIfAbsent(route, unseen -> new Timer[METHODS.size() * Status.COUNT]);
        }
        int name = PLACES.getOrDefault(method, 0);
        int place = name * Status.COUNT + status.ordinal();
        Timer timer = timers[place];
        if (timer == null) {
            timer = timer(route, METHODS.get(name), status);
            timers[place] = timer;
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** The registry gives the same timer to whoever asks twice. */
    private Timer timer(String route, String method, Status status) {
        return Timer.builder(NAME)
                .description("Requests by route, from their first byte to the last of the answer")
                .tags("route", route, "method", method, "status", status.label())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
