package io.deskgraph.assets.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of imports. */
@ConfigMapping(prefix = "deskgraph.import")
interface ImportConfig {

    /** Imports at a time in this process, jobs aside. */
    @WithDefault("4")
    int parallel();

    /** Imports that may wait for their turn; more are refused. */
    @WithDefault("16")
    int waiting();

    /** The longest file in bytes. */
    @WithDefault("104857600")
    long limit();

    /** Rows written at a time. */
    @WithDefault("1000")
    int batch();

    /** Whether this process works on jobs. */
    @WithDefault("true")
    boolean jobs();

    /** How long a job belongs to a process that gives no sign of life. */
    @WithDefault("60s")
    Duration lease();

    /** How often a process looks for jobs that another has left. */
    @WithDefault("5s")
    Duration poll();
}
