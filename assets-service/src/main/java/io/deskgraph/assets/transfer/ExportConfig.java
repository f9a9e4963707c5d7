package io.deskgraph.assets.transfer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of exports. */
@ConfigMapping(prefix = "deskgraph.export")
interface ExportConfig {

    /** Exports at a time in this process; each holds a connection to the database. */
    @WithDefault("6")
    int parallel();

    /** How long a client may read nothing before it is cut off. */
    @WithDefault("30s")
    Duration patience();

    /** Assets fetched and written at a time. */
    @WithDefault("500")
    int piece();
}
