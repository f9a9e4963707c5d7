package io.deskgraph.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are consumed. */
@ConfigMapping(prefix = "deskgraph.inbox")
public interface InboxConfig {

    @WithDefault("true")
    boolean enabled();

    /** The consumer group; replicas of a service share it. A new group reads every topic from its beginning. */
    @WithDefault("${quarkus.application.name}")
    String group();

    /** Records applied in one go. */
    @WithDefault("500")
    int batchSize();

    /** Tries before an event is put among the dead letters. */
    @WithDefault("5")
    int attempts();

    /** Wait before the second try; doubled before each further one. */
    @WithDefault("100ms")
    Duration backoff();

    /** Wait before going on when the database or the broker is away. */
    @WithDefault("500ms")
    Duration retry();
}
