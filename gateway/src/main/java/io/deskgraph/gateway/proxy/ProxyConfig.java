package io.deskgraph.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests are forwarded. */
@ConfigMapping(prefix = "deskgraph.proxy")
public interface ProxyConfig {

    /** Connections kept to each service by each event loop, of which there are two for each core. */
    @WithDefault("128")
    int poolSize();

    /** Requests that may wait for a connection on each event loop; more are refused at once. */
    @WithDefault("2000")
    int queueSize();

    /** How long a request may wait for a connection, be it a new one or one of the pool. */
    @WithDefault("5s")
    Duration queueTimeout();

    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may be silent, before its answer and in the middle of it. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** The same for routes that do the work of a whole file before they answer. */
    @WithDefault("15m")
    Duration slowResponseTimeout();

    /** From when on a client's body has to have come at {@link #slowestBody()} on the average. */
    @WithDefault("30s")
    Duration bodyGrace();

    /** Bytes a second. */
    @WithDefault("1024")
    long slowestBody();

    /** How often a request is sent at most; a further attempt is made only if the first can have had no effect. */
    @WithDefault("4")
    int attempts();

    /** The pause before the second attempt to connect; it doubles for each further one. */
    @WithDefault("50ms")
    Duration retryDelay();

    /** How long an idle connection to a service is kept. */
    @WithDefault("60s")
    Duration keepAlive();
}
