package io.deskgraph.kit.request;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives each exchange its id before anything can fail, and echoes it on whatever the answer will be. */
@Singleton
class RequestIdRoute {

    private static final String TRACE_PARENT = "traceparent";

    void install(@Observes Router router) {
        router.route().order(FilterPriorities.REQUEST_ID).handler(RequestIdRoute::identify);
    }

    private static final int TRACE_ID = 3;
    private static final int AFTER_TRACE_ID = 35;

    /** The gateway has seen to the header's form; whoever else sends one does it only harm to the log. */
    private static void nameTrace(@Nullable String traceParent) {
        if (traceParent != null && traceParent.length() > AFTER_TRACE_ID) {
            MDC.put("traceId", traceParent.substring(TRACE_ID, AFTER_TRACE_ID));
        }
    }

    private static void identify(RoutingContext exchange) {
        String id = RequestIds.of(exchange);
        MDC.put("requestId", id);
        nameTrace(exchange.request().getHeader(TRACE_PARENT));
        exchange.response().putHeader(RequestIds.HEADER, id);
        exchange.next();
    }
}
