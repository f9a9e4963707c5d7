package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.answer.SecurityHeaders;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Up or down, for load balancers, whatever host they ask for. What exactly is down is for the management port: here it
 * would tell strangers what the gateway is made of.
 */
@ApplicationScoped
class PublicHealth {

    private static final String UP = "{\"status\":\"UP\"}";
    private static final String DOWN = "{\"status\":\"DOWN\"}";
    private static final int UNAVAILABLE = 503;

    private final SmallRyeHealthReporter reporter;

    PublicHealth(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    void live(RoutingContext exchange) {
        answer(exchange, reporter.getLivenessAsync());
    }

    void ready(RoutingContext exchange) {
        answer(exchange, reporter.getReadinessAsync());
    }

    private void answer(RoutingContext exchange, Uni<SmallRyeHealth> health) {
        HttpMethod method = exchange.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            exchange.next();
            return;
        }
        health.subscribe().with(state -> answer(exchange, !state.isDown()), failure -> answer(exchange, false));
    }

    private static void answer(RoutingContext exchange, boolean up) {
        HttpServerResponse response = exchange.response();
        response.setStatusCode(up ? 200 : UNAVAILABLE);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        SecurityHeaders.complete(response.headers());
        response.end(up ? UP : DOWN);
    }
}
