package io.deskgraph.kit.observe;

import io.deskgraph.kit.request.FilterPriorities;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Times every exchange of the public port, whoever answers it. */
@Singleton
class RequestMetrics {

    private final RequestTimers timers;
    private final TenantCounters tenants;
    private final Decisions decisions;

    RequestMetrics(RequestTimers timers, TenantCounters tenants, Decisions decisions) {
        this.timers = timers;
        this.tenants = tenants;
        this.decisions = decisions;
    }

    void install(@Observes Router router) {
        router.route().order(FilterPriorities.MEASURE).handler(this::begin);
    }

    private void begin(RoutingContext exchange) {
        long began = System.nanoTime();
        exchange.addEndHandler(answered -> end(exchange, answered.succeeded(), began));
        exchange.next();
    }

    private void end(RoutingContext exchange, boolean whole, long began) {
        long now = System.nanoTime();
        Status status = whole ? Status.of(exchange.response().getStatusCode()) : Status.GONE;
        String template = Measured.template(exchange);
        String route = template == null ? Measured.route(exchange) : template;
        timers.record(route, exchange.request().method(), status, now - began);
        String tenant = Measured.tenant(exchange);
        if (tenant == null) {
            return;
        }
        tenants.count(tenant, status, now);
        if (template != null && !Measured.isDenied(exchange)) {
            decisions.permitted();
        }
    }
}
