package io.deskgraph.kit.http;

import io.deskgraph.kit.request.FilterPriorities;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Headers of every answer, unless the resource has said something else. */
@Singleton
class DefaultHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    void install(@Observes Router router) {
        router.route().order(FilterPriorities.DEFAULT_HEADERS).handler(DefaultHeaders::arrange);
    }

    private static void arrange(RoutingContext exchange) {
        exchange.addHeadersEndHandler(ended -> complete(exchange.response().headers()));
        exchange.next();
    }

    private static void complete(MultiMap headers) {
        HEADERS.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }
}
