package io.deskgraph.gateway.limit;

import io.deskgraph.kit.problem.Problem;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** A bucket for each address that reads without a credential. */
@ApplicationScoped
public class PublicLimiter {

    private final Rate rate;
    private final Meters addresses;
    private final Clock clock;

    PublicLimiter(PublicLimitConfig config, Clock clock) {
        this.rate = new Rate(config.burst(), config.refillPerSecond());
        this.addresses = new Meters("address", config.addresses(), Duration.ofSeconds(1 + rate.windowSeconds()));
        this.clock = clock;
    }

    /** @throws Problem 429 when the address has asked for too much */
    public void admit(String address, MultiMap answer) {
        Standing standing = addresses.of(AddressBlock.of(address), rate).take();
        standing.tell(answer, clock.millis());
        if (!standing.within()) {
            throw standing.refusal();
        }
    }
}
