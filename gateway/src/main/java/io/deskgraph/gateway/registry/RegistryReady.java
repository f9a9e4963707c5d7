package io.deskgraph.gateway.registry;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the first reading: every host would be unknown. */
@Readiness
@ApplicationScoped
class RegistryReady implements HealthCheck {

    private final Registry registry;

    RegistryReady(Registry registry) {
        this.registry = registry;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registry").status(registry.isLoaded()).build();
    }
}
