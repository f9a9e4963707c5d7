package io.deskgraph.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** A meter for each of those who share a kind of limit; the longest unseen is forgotten first. */
final class Meters {

    private final String scope;
    private final Cache<Object, Meter> meters;

    /** @param forgotten after this long without a request; a bucket should be full again by then */
    Meters(String scope, int most, Duration forgotten) {
        this.scope = scope;
        this.meters = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(forgotten)
                .build();
    }

    /** The meter of this owner. One whose rate has been changed begins anew, with a full bucket. */
    Meter of(Object owner, Rate rate) {
        Meter known = meters.getIfPresent(owner);
        if (known != null && known.rate().equals(rate)) {
            return known;
        }
        return meters.asMap()
                .compute(
                        owner,
                        (same, there) -> there != null && there.rate().equals(rate) ? there : new Meter(scope, rate));
    }
}
