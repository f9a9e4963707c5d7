package io.deskgraph.kit.http;

import io.deskgraph.kit.request.FilterPriorities;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * From the moment this process is told to stop, each answer asks its client to use another connection. So kept
 * connections are given up one after the other while everything is still answered, and none is cut when the port closes.
 * HTTP/2 has a frame for it, which Quarkus sends.
 */
@Singleton
class Farewell {

    private volatile boolean leaving;

    void install(@Observes Router router) {
        router.route().order(FilterPriorities.FAREWELL).handler(this::tell);
    }

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    private void tell(RoutingContext exchange) {
        if (leaving && exchange.request().version() != HttpVersion.HTTP_2) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        exchange.next();
    }
}
