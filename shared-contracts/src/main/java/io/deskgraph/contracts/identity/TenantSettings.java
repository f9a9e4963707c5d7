package io.deskgraph.contracts.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets for a tenant.
 *
 * @param assetLimit null means no limit
 * @param rateLimit null means the default
 * @param qrBaseUrl null means the tenant's own host
 * @param corsOrigins none means that browsers of other origins stay out
 */
public record TenantSettings(
        @Nullable Long assetLimit,
        @Nullable RateLimit rateLimit,
        @Nullable String qrBaseUrl,
        List<String> corsOrigins) {

    /** Nothing set: the suite's defaults hold. */
    public static final TenantSettings DEFAULTS = new TenantSettings(null, null, null, List.of());

    /** A token bucket. */
    public record RateLimit(int burst, int refillPerSecond) {}
}
