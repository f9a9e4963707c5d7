package io.deskgraph.kit.observe;

import io.deskgraph.kit.request.ExchangeFacts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Counts what was decided about callers: by their token, by the permission that an operation asks for, and by what the
 * tenant's constraints say about routes. Who and what it was about is in no label.
 */
@Singleton
public class Decisions {

    public static final String NAME = "authorization.decisions";

    private final Counter badToken;
    private final Counter permitted;
    private final Counter notPermitted;
    private final Counter routeOpen;
    private final Counter routeClosed;

    Decisions(MeterRegistry registry) {
        badToken = counter(registry, "token", "denied");
        permitted = counter(registry, "permission", "allowed");
        notPermitted = counter(registry, "permission", "denied");
        routeOpen = counter(registry, "route", "allowed");
        routeClosed = counter(registry, "route", "denied");
    }

    /** No token, or one that does not count. */
    public void noCaller() {
        badToken.increment();
    }

    /** The caller lacks the operation's permission. */
    public void notPermitted(RoutingContext exchange) {
        exchange.put(ExchangeFacts.DENIED, true);
        notPermitted.increment();
    }

    public void route(boolean open) {
        (open ? routeOpen : routeClosed).increment();
    }

    void permitted() {
        permitted.increment();
    }

    private static Counter counter(MeterRegistry registry, String kind, String outcome) {
        return registry.counter(NAME, "kind", kind, "outcome", outcome);
    }
}
