package io.deskgraph.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an address has guessed enough. */
@ConfigMapping(prefix = "deskgraph.lock-out")
interface LockOutConfig {

    /** Bad credentials within a period that shut an address out. */
    @WithDefault("20")
    int failures();

    /** How long failures count, and how long an address is shut out. */
    @WithDefault("1m")
    Duration period();

    /** Addresses remembered; the longest unseen is forgotten first. */
    @WithDefault("100000")
    int addresses();
}
