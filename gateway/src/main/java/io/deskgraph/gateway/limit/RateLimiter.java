package io.deskgraph.gateway.limit;

import io.deskgraph.gateway.limit.RateLimitConfig.Mode;
import io.deskgraph.gateway.token.CallerClaims;
import io.deskgraph.kit.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A bucket for each key, and one for each tenant, so that no tenant's keys can crowd out another's. */
@Startup
@ApplicationScoped
public class RateLimiter {

    private static final Duration FORGOTTEN = Duration.ofHours(1);

    /** What a tenant with a rate of its own may ask for with all its keys together, as a multiple of one key's. */
    private static final int KEYS_AT_FULL_RATE = 5;

    private final Mode mode;
    private final Rate key;
    private final Rate tenant;
    private final Meters keys;
    private final Meters tenants;
    private final Counter admitted;
    private final Counter keysExceeded;
    private final Counter tenantsExceeded;
    private final Clock clock;

    RateLimiter(RateLimitConfig config, MeterRegistry metrics, Clock clock) {
        this.mode = config.mode();
        this.key = new Rate(config.key().burst(), config.key().refillPerSecond());
        this.tenant = new Rate(config.tenant().burst(), config.tenant().refillPerSecond());
        this.keys = new Meters("key", config.remembered(), FORGOTTEN);
        this.tenants = new Meters("tenant", config.remembered(), FORGOTTEN);
        this.admitted = metrics.counter(RateMetrics.ADMITTED, "scope", "key");
        this.keysExceeded = metrics.counter(RateMetrics.EXCEEDED, "scope", "key");
        this.tenantsExceeded = metrics.counter(RateMetrics.EXCEEDED, "scope", "tenant");
        this.clock = clock;
    }

    /**
     * Counts a request and tells in the answer's headers what is left.
     *
     * @param ofTenant the rate that the tenant's settings give each of its keys; null for the default
     * @throws Problem 429 when it was one too many
     */
    public void admit(CallerClaims caller, @Nullable Rate ofTenant, MultiMap answer) {
        if (mode == Mode.OFF) {
            return;
        }
        Object owner = caller.keyId() == null ? caller.userId() : caller.keyId();
        Meter own = keys.of(owner, ofTenant == null ? key : ofTenant);
        Standing standing = own.take();
        standing.tell(answer, clock.millis());
        if (!standing.within()) {
            exceeded(standing, keysExceeded);
            return;
        }
        Rate together = ofTenant == null ? tenant : ofTenant.times(KEYS_AT_FULL_RATE);
        Standing all = tenants.of(caller.tenantId(), together).take();
        if (!all.within()) {
            own.giveBack();
            all.tell(answer, clock.millis());
            exceeded(all, tenantsExceeded);
            return;
        }
        admitted.increment();
    }

    private void exceeded(Standing standing, Counter counter) {
        counter.increment();
        if (mode == Mode.ENFORCE) {
            throw standing.refusal();
        }
    }
}
