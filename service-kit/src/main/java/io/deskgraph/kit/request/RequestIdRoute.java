package io.deskgraph.kit.request;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Gives each exchange its id before anything can fail, and echoes it on whatever the answer will be. */
@Singleton
class RequestIdRoute {

    void install(@Observes Router router) {
        router.route().order(FilterPriorities.REQUEST_ID).handler(RequestIdRoute::identify);
    }

    private static void identify(RoutingContext exchange) {
        String id = RequestIds.of(exchange);
        MDC.put("requestId", id);
        exchange.response().putHeader(RequestIds.HEADER, id);
        exchange.next();
    }
}
