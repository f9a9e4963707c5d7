package io.deskgraph.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the services are: base URLs without a path. */
@ConfigMapping(prefix = "deskgraph.upstream")
public interface UpstreamConfig {

    @WithDefault("http://127.0.0.1:8081")
    URI tickets();

    @WithDefault("http://127.0.0.1:8082")
    URI assets();

    @WithDefault("http://127.0.0.1:8083")
    URI links();
}
