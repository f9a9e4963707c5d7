package io.deskgraph.gateway.edge;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.gateway.limit.LockOut;
import io.deskgraph.gateway.limit.RateLimiter;
import io.deskgraph.gateway.proxy.InboundHead;
import io.deskgraph.gateway.route.Route;
import io.deskgraph.gateway.token.CallerToken;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.ExchangeFacts;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
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
        if (route != null && route.isOpenTo(exchange.request().method())) {
            return admission.anonymous(site, address, exchange.response().headers());
        }
        return limited(byCredential(() -> admission.admit(site, head, address), head, address), site, exchange);
    }

    /** Who it is by a token of an issuer that the tenant trusts, which may take a while; null for everybody else. */
    @Nullable
    Future<CallerToken> foreigner(Site site, @Nullable Route route, RoutingContext exchange, InboundHead head) {
        boolean open = route != null && route.isOpenTo(exchange.request().method());
        return open ? null : admission.foreigner(site, head);
    }

    /** @param found what came of {@link #foreigner} */
    CallerToken admit(Site site, RoutingContext exchange, InboundHead head, String address, Future<CallerToken> found) {
        CallerToken caller = byCredential(() -> admission.admit(head, found), head, address);
        return limited(caller, site, exchange);
    }

    private CallerToken limited(CallerToken caller, Site site, RoutingContext exchange) {
        MultiMap answer = exchange.response().headers();
        exchange.put(ExchangeFacts.TENANT, caller.claims().tenantSlug());
        limiter.admit(caller.claims(), site.rate(), answer);
        return caller;
    }

    private CallerToken byCredential(Supplier<CallerToken> credential, InboundHead head, String address) {
        try {
            CallerToken caller = credential.get();
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
