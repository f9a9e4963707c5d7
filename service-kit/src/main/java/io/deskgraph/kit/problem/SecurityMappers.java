package io.deskgraph.kit.problem;

import io.deskgraph.kit.observe.Decisions;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** No token, a bad token, a missing permission. */
@Singleton
class SecurityMappers {

    private final Problems problems;
    private final CurrentIdentityAssociation identities;
    private final Decisions decisions;

    SecurityMappers(Problems problems, CurrentIdentityAssociation identities, Decisions decisions) {
        this.problems = problems;
        this.identities = identities;
        this.decisions = decisions;
    }

    @ServerExceptionMapper
    Response anonymous(UnauthorizedException refusal, RoutingContext exchange) {
        decisions.noCaller();
        return problems.response(unauthorized(exchange), exchange);
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException refusal, RoutingContext exchange) {
        decisions.noCaller();
        return problems.response(unauthorized(exchange), exchange);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refusal, ResourceInfo resource, RoutingContext exchange) {
        decisions.notPermitted(exchange);
        String missing = MissingPermission.of(
                resource.getResourceMethod(), resource.getResourceClass(), identities.getIdentity());
        return problems.response(Problem.forbidden(text(missing)), exchange);
    }

    static Problem unauthorized(RoutingContext exchange) {
        boolean sent = exchange.request().headers().contains(HttpHeaders.AUTHORIZATION);
        return Problem.unauthorized(sent ? "Invalid token" : "Token required");
    }

    private static String text(@Nullable String permission) {
        if (permission == null) {
            return "Permission denied";
        }
        int colon = permission.indexOf(':');
        return "Permission denied: Cannot " + permission.substring(colon + 1) + " " + permission.substring(0, colon);
    }
}
