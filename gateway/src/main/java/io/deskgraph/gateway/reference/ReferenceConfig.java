package io.deskgraph.gateway.reference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway keeps up with what services say of themselves. */
@ConfigMapping(prefix = "deskgraph.reference")
interface ReferenceConfig {

    /** How often services are asked; zero: never on its own. */
    @WithDefault("15s")
    Duration refresh();
}
