package io.deskgraph.kit.policy;

import io.deskgraph.kit.observe.Decisions;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.kit.request.FilterPriorities;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Finds out what the tenant's constraints say about the caller, and refuses a route that they close. */
@Singleton
class RightsFilter {

    private static final Map<String, Verb> VERBS = Map.of(
            "GET", Verb.GET,
            "HEAD", Verb.GET,
            "OPTIONS", Verb.GET,
            "POST", Verb.POST,
            "PUT", Verb.PUT,
            "PATCH", Verb.PUT,
            "DELETE", Verb.DELETE);

    /** What the services ask each other: constraints judged the route by which the caller came in. */
    private static final String BETWEEN_SERVICES = "/internal/";

    private final CurrentRequest current;
    private final CallerRights rights;
    private final Policies policies;
    private final Decisions decisions;
    private final boolean enforced;

    RightsFilter(
            CurrentRequest current,
            CallerRights rights,
            Policies policies,
            Decisions decisions,
            @ConfigProperty(name = "deskgraph.policies.enforced") boolean enforced) {
        this.enforced = enforced;
        this.current = current;
        this.rights = rights;
        this.policies = policies;
        this.decisions = decisions;
    }

    @ServerRequestFilter(priority = FilterPriorities.CONSTRAINTS)
    Uni<@Nullable Response> decide(RoutingContext exchange) {
        if (!enforced || !current.hasCaller()) {
            return Uni.createFrom().nullItem();
        }
        Caller caller = current.caller();
        return policies.of(caller).invoke(found -> bind(found, exchange)).replaceWith(() -> null);
    }

    private void bind(Rights found, RoutingContext exchange) {
        Verb verb = VERBS.get(exchange.request().method().name());
        String path = exchange.normalizedPath();
        boolean open = verb != null && (path.startsWith(BETWEEN_SERVICES) || !found.closes(verb, path));
        decisions.route(open);
        if (!open) {
            throw Problem.forbidden("Not Authorized");
        }
        rights.bind(found);
    }
}
