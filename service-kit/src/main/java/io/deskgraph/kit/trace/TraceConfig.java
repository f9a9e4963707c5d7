package io.deskgraph.kit.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where spans go, and how many. */
@ConfigMapping(prefix = "deskgraph.traces")
interface TraceConfig {

    /** The collector's base address for OTLP over HTTP, such as {@code http://collector:4318}; without it there are none. */
    Optional<URI> endpoint();

    /** The share of requests that are recorded; decided where a trace enters the suite. */
    @WithDefault("1.0")
    double ratio();

    /** Whether requests come from outside, so that nobody's word on recording counts but ours. */
    @WithDefault("false")
    boolean edge();
}
