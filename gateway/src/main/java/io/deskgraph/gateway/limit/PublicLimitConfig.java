package io.deskgraph.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one address may read without a credential. */
@ConfigMapping(prefix = "deskgraph.public-limit")
interface PublicLimitConfig {

    /** Requests at once. */
    @WithDefault("60")
    int burst();

    /** Requests a second in the long run. */
    @WithDefault("5")
    int refillPerSecond();

    /** Addresses remembered; the longest unseen is forgotten first. */
    @WithDefault("50000")
    int addresses();
}
