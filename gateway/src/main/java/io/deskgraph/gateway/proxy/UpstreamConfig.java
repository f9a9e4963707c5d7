package io.deskgraph.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;

/** Where the services are: base URLs without a path, one for each replica. */
@ConfigMapping(prefix = "deskgraph.upstream")
public interface UpstreamConfig {

    @WithDefault("http://127.0.0.1:8081")
    List<URI> tickets();

    @WithDefault("http://127.0.0.1:8082")
    List<URI> assets();

    @WithDefault("http://127.0.0.1:8083")
    List<URI> links();
}
