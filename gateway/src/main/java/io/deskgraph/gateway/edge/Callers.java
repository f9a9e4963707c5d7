package io.deskgraph.gateway.edge;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.gateway.limit.LockOut;
import io.deskgraph.gateway.limit.RateLimiter;
import io.deskgraph.gateway.proxy.InboundHead;
import io.deskgraph.gateway.route.Route;
import io.deskgraph.gateway.token.CallerToken;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.ExchangeFacts;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who calls, as long as they stay within their limits. What the answer tells of limits is set before anything is sent. */
@ApplicationScoped
class Callers {

    private final Admission admission;
    private final LockOut lockOut;
    private final RateLimiter limiter;
    private final CredentialMetrics metrics;

    Callers(Admission admission, LockOut lockOut, RateLimiter limiter, CredentialMetrics metrics) {
        this.admission = admission;
        this.lockOut = lockOut;
        this.limiter = limiter;
        this.metrics = metrics;
    }

    CallerToken admit(Site site, @Nullable Route route, RoutingContext exchange, InboundHead head, String address) {
        MultiMap answer = exchange.response().headers();
        if (route != null && route.isOpenTo(exchange.request().method())) {
            return admission.anonymous(site, address, answer);
        }
        CallerToken caller = byCredential(site, head, address);
        exchange.put(ExchangeFacts.TENANT, caller.claims().tenantSlug());
        limiter.admit(caller.claims(), site.rate(), answer);
        return caller;
    }

    private CallerToken byCredential(Site site, InboundHead head, String address) {
        try {
            CallerToken caller = admission.admit(site, head, address);
            metrics.good();
            return caller;
        } catch (Problem refusal) {
            boolean guessed = refusal.code() == ErrorCode.UNAUTHORIZED && head.hasCredential();
            Problem told = guessed ? lockOut.after(refusal, address) : refusal;
            metrics.refused(told.code(), head.hasCredential());
            throw told;
        }
    }
}
