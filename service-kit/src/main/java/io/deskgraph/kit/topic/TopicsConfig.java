package io.deskgraph.kit.topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The broker and the shape of the topics. */
@ConfigMapping(prefix = "deskgraph.kafka")
public interface TopicsConfig {

    String bootstrapServers();

    @WithDefault("6")
    int partitions();

    @WithDefault("1")
    short replicationFactor();

    /** How long every event stays readable before compaction may drop all but the last of its aggregate. */
    @WithDefault("7d")
    Duration history();
}
