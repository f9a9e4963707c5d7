package io.deskgraph.kit.observe;

import io.deskgraph.kit.request.ExchangeFacts;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** What an exchange that ends has kept. */
final class Measured {

    static final String UNMATCHED = "unmatched";

    /** Where the platform leaves the template of the resource method that it has found. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private Measured() {}

    /** Null if no resource method was found. */
    static @Nullable String template(RoutingContext exchange) {
        return ((HttpServerRequestInternal) exchange.request()).context().getLocal(TEMPLATE);
    }

    /** The route of an exchange that no resource method has answered. */
    static String route(RoutingContext exchange) {
        String route = exchange.get(ExchangeFacts.ROUTE);
        return route == null ? UNMATCHED : route;
    }

    static @Nullable String tenant(RoutingContext exchange) {
        return exchange.get(ExchangeFacts.TENANT);
    }

    static boolean isDenied(RoutingContext exchange) {
        return exchange.get(ExchangeFacts.DENIED) != null;
    }
}
