package io.deskgraph.gateway.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the registry keeps up. */
@ConfigMapping(prefix = "deskgraph.registry")
public interface RegistryConfig {

    /** How often everything is read anew, in case an event was missed. */
    @WithDefault("60s")
    Duration reload();

    /** The pause before listening again after a failure. */
    @WithDefault("1s")
    Duration retry();

    /** How often the last uses of keys are written. */
    @WithDefault("10s")
    Duration storeUses();
}
