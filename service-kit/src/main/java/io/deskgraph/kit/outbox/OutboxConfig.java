package io.deskgraph.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "deskgraph.outbox")
public interface OutboxConfig {

    /** Whether this process takes part in relaying; another replica can do it for all. */
    @WithDefault("true")
    boolean enabled();

    /** Rows sent in one Kafka transaction. */
    @WithDefault("500")
    int batchSize();

    /** The relay rests after a transaction of several events for as long as it took, but not longer. */
    @WithDefault("50ms")
    Duration rest();

    /** How long the relay waits for a notification before it looks by itself. */
    @WithDefault("1s")
    Duration idle();

    /** How long it waits before looking again while rows are held back by an open transaction. */
    @WithDefault("10ms")
    Duration heldBack();

    /** How long it waits after a failure before it connects anew, and between attempts to become the relay. */
    @WithDefault("500ms")
    Duration retry();
}
