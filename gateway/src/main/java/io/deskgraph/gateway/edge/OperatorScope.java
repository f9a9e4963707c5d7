package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.registry.Tenant;
import io.deskgraph.gateway.route.RequestTarget;
import io.deskgraph.gateway.route.Route;
import io.deskgraph.gateway.route.Upstream;
import io.deskgraph.gateway.token.CallerToken;
import io.deskgraph.kit.problem.Problem;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the operator works for on the root domain: {@code tenant=<slug>} leads to that tenant, and services then hear of
 * no other. Without it the operator looks at all tenants and writes to none. On every other host the parameter means
 * nothing, and the gateway's own resources are always those of the host's tenant.
 */
final class OperatorScope {

    private static final String PARAMETER = "tenant";
    private static final int MOST_PARAMETERS = 1_024;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private OperatorScope() {}

    static CallerToken of(Site site, Route route, HttpMethod method, RequestTarget target, CallerToken caller) {
        if (!site.root() || route.upstream() == Upstream.GATEWAY || route.isOpenTo(method)) {
            return caller;
        }
        String slug = slug(target);
        if (slug != null) {
            return in(site.snapshot().bySlug(slug), caller);
        }
        if (!READING.contains(method)) {
            throw Refusals.tenantRequired();
        }
        return caller.everywhere();
    }

    private static CallerToken in(@Nullable Tenant tenant, CallerToken caller) {
        if (tenant == null) {
            throw Refusals.unknownTenant();
        }
        return tenant.id().equals(caller.claims().tenantId()) ? caller : caller.in(tenant.id(), tenant.slug());
    }

    private static @Nullable String slug(RequestTarget target) {
        if (!target.uri().contains(PARAMETER)) {
            return null;
        }
        List<String> named = parameters(target);
        if (named.size() > 1) {
            throw Problem.invalid(PARAMETER, "Must be given once");
        }
        return named.isEmpty() ? null : named.get(0);
    }

    private static List<String> parameters(RequestTarget target) {
        try {
            return new QueryStringDecoder(target.uri(), StandardCharsets.UTF_8, true, MOST_PARAMETERS, true)
                    .parameters()
                    .getOrDefault(PARAMETER, List.of());
        } catch (IllegalArgumentException malformed) {
            throw Refusals.malformedTarget();
        }
    }
}
