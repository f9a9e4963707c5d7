package io.deskgraph.gateway.proxy;

import io.deskgraph.gateway.route.Upstream;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;

/** Where one service listens. */
record Service(String name, String host, int port) {

    static Map<Upstream, Service> all(UpstreamConfig config) {
        return Map.of(
                Upstream.TICKETS, of("tickets", config.tickets()),
                Upstream.ASSETS, of("assets", config.assets()),
                Upstream.LINKS, of("links", config.links()));
    }

    private static Service of(String name, URI base) {
        if (base.getHost() == null || !"http".equals(base.getScheme())) {
            throw new IllegalArgumentException("deskgraph.upstream." + name + " is no http URL: " + base);
        }
        return new Service(name, base.getHost(), base.getPort() < 0 ? 80 : base.getPort());
    }

    RequestOptions request(HttpMethod method, String uri, MultiMap headers, long timeoutMillis) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(host)
                .setPort(port)
                .setURI(uri)
                .setHeaders(headers)
                .setConnectTimeout(timeoutMillis);
    }
}
