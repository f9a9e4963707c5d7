package io.deskgraph.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** One bucket, and what its headers say whatever is left in it. */
final class Meter {

    private final Rate rate;
    private final Bucket bucket;
    private final String name;
    private final String policy;
    private final String limit;

    Meter(String scope, Rate rate) {
        this.rate = rate;
        this.bucket = Bucket.builder()
                .addLimit(limited ->
                        limited.capacity(rate.burst()).refillGreedy(rate.refillPerSecond(), Duration.ofSeconds(1)))
                .build();
        this.name = '"' + scope + '"';
        this.policy = name + ";q=" + rate.burst() + ";w=" + rate.windowSeconds();
        this.limit = Integer.toString(rate.burst());
    }

    Rate rate() {
        return rate;
    }

    Standing take() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Standing(
                this,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                probe.getNanosToWaitForRefill(),
                probe.getNanosToWaitForReset());
    }

    /** For a request that was refused elsewhere. */
    void giveBack() {
        bucket.addTokens(1);
    }

    String name() {
        return name;
    }

    String policy() {
        return policy;
    }

    String limit() {
        return limit;
    }
}
