package io.deskgraph.tickets.ticket;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many answers to readings of single tickets are kept. */
@ConfigMapping(prefix = "deskgraph.kept-tickets")
interface KeptAnswersConfig {

    /** Answers to readings of single tickets that are kept in memory at most; 0 keeps none. */
    @WithDefault("4096")
    int entries();

    /** The memory that they may take; 0 keeps none. */
    @WithDefault("8M")
    MemorySize size();
}
