package io.deskgraph.gateway.edge;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Puts the edge in front of everything else on the public port. */
@Singleton
class EdgeRoute {

    private static final int FIRST = -20_000;
    /** Not measured: whoever asks asks every few seconds. */
    private static final int HEALTH = -21_000;

    private final Edge edge;
    private final PublicHealth health;

    EdgeRoute(Edge edge, PublicHealth health) {
        this.edge = edge;
        this.health = health;
    }

    void install(@Observes Router router) {
        router.route("/q/health/live").order(HEALTH).handler(health::live);
        router.route("/q/health/ready").order(HEALTH).handler(health::ready);
        router.route().order(FIRST).handler(edge::handle).failureHandler(edge::rejected);
    }
}
