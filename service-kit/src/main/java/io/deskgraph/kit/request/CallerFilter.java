package io.deskgraph.kit.request;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Begins each request: its id first, then, once the token is verified, its caller. */
@Singleton
class CallerFilter {

    private final CurrentRequest current;
    private final CurrentIdentityAssociation identities;

    CallerFilter(CurrentRequest current, CurrentIdentityAssociation identities) {
        this.current = current;
        this.identities = identities;
    }

    @ServerRequestFilter(preMatching = true, priority = FilterPriorities.BEGIN_REQUEST)
    void begin(RoutingContext exchange) {
        current.begin(RequestIds.of(exchange));
    }

    @ServerRequestFilter(priority = FilterPriorities.BIND_CALLER)
    Uni<@Nullable Response> bind(RoutingContext exchange) {
        return identities.getDeferredIdentity().map(identity -> bind(identity, exchange));
    }

    private @Nullable Response bind(SecurityIdentity identity, RoutingContext exchange) {
        Caller caller = CallerIdentity.callerOf(identity);
        if (caller != null) {
            current.bind(caller);
            MDC.put("tenant", caller.tenantSlug());
            exchange.put(ExchangeFacts.TENANT, caller.tenantSlug());
        }
        return null;
    }
}
