package io.deskgraph.kit.http;

import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is who answers requests: the management port is open before the other one, on a busy machine for seconds. */
@Readiness
@ApplicationScoped
class Listening implements HealthCheck {

    private volatile boolean listening;

    void begin(@ObservesAsync HttpServerStart plain) {
        listening = true;
    }

    void begin(@ObservesAsync HttpsServerStart encrypted) {
        listening = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("http").status(listening).build();
    }
}
