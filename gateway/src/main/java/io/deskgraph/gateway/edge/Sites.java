package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.registry.Registry;
import io.deskgraph.gateway.registry.Snapshot;
import io.deskgraph.gateway.registry.Tenant;
import io.deskgraph.gateway.tenant.CanonicalHost;
import io.deskgraph.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Finds what a host leads to: the root domain, or a tenant by exact match. */
@ApplicationScoped
class Sites {

    private final Registry registry;
    private final @Nullable String rootDomain;

    Sites(Registry registry, @ConfigProperty(name = "deskgraph.root-domain", defaultValue = "localhost") String root) {
        this.registry = registry;
        this.rootDomain = CanonicalHost.of(root);
        if (rootDomain == null) {
            throw new IllegalArgumentException("deskgraph.root-domain is no host: " + root);
        }
    }

    Site of(String canonicalHost) {
        if (!registry.isLoaded()) {
            throw Problem.unavailable("The gateway is starting", 1);
        }
        Snapshot snapshot = registry.snapshot();
        if (canonicalHost.equals(rootDomain)) {
            return new Site(snapshot, snapshot.msp(), true);
        }
        Tenant tenant = snapshot.byHost(canonicalHost);
        if (tenant == null) {
            throw Refusals.unknownTenant();
        }
        return new Site(snapshot, tenant, false);
    }
}
