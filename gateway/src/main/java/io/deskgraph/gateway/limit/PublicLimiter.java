package io.deskgraph.gateway.limit;

import io.deskgraph.kit.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** A bucket for each address that reads without a credential. */
@Startup
@ApplicationScoped
public class PublicLimiter {

    private final Rate rate;
    private final Meters addresses;
    private final Clock clock;
    private final Counter admitted;
    private final Counter exceeded;

    PublicLimiter(PublicLimitConfig config, MeterRegistry metrics, Clock clock) {
        this.rate = new Rate(config.burst(), config.refillPerSecond());
        this.addresses = new Meters("address", config.addresses(), Duration.ofSeconds(1 + rate.windowSeconds()));
        this.clock = clock;
        this.admitted = metrics.counter(RateMetrics.ADMITTED, "scope", "address");
        this.exceeded = metrics.counter(RateMetrics.EXCEEDED, "scope", "address");
    }

    /** @throws Problem 429 when the address has asked for too much */
    public void admit(String address, MultiMap answer) {
        Standing standing = addresses.of(AddressBlock.of(address), rate).take();
        standing.tell(answer, clock.millis());
        if (!standing.within()) {
            exceeded.increment();
            throw standing.refusal();
        }
        admitted.increment();
    }
}
