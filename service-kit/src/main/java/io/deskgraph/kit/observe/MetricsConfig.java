package io.deskgraph.kit.observe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is told of tenants. */
@ConfigMapping(prefix = "deskgraph.metrics")
interface MetricsConfig {

    /** How many tenants are counted by name; all others together. */
    @WithDefault("20")
    int tenants();

    /** How often a busier tenant may take a quieter one's place. */
    @WithDefault("1m")
    Duration ranking();
}
