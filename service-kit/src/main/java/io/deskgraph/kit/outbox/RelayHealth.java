package io.deskgraph.kit.outbox;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Tells how the relay fares. Not a readiness check: the API goes on while the broker is away and the outbox drains
 * when it is back.
 */
@Wellness
@ApplicationScoped
class RelayHealth implements HealthCheck {

    private final RelayState state;

    RelayHealth(RelayState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("outbox-relay")
                .withData("leader", state.leads())
                .withData("waiting", state.lag().events());
        String failure = state.failure();
        return failure == null
                ? answer.up().build()
                : answer.down().withData("failure", failure).build();
    }
}
