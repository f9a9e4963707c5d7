package io.deskgraph.kit.problem;

import io.deskgraph.contracts.ErrorCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of the HTTP layer itself: no such route, method, media type. */
@Singleton
class HttpMappers {

    private final Problems problems;

    HttpMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal, RoutingContext exchange) {
        Response plain = refusal.getResponse();
        if (plain.getStatus() < 400) {
            return plain;
        }
        if (plain.getStatus() >= 500) {
            return problems.response(ProblemMappers.explain(refusal, exchange), exchange);
        }
        return problems.response(withAllow(byStatus(status(plain, exchange)), plain), exchange);
    }

    /** A method that one resource lacks is looked for in a less literal one, which then does not know the path at all. */
    private static int status(Response plain, RoutingContext exchange) {
        String allow = plain.getStatus() == 404 ? AllowedMethods.ofCurrentRequest() : null;
        boolean onlyOthers = allow != null
                && !allow.isEmpty()
                && !List.of(allow.split(", "))
                        .contains(exchange.request().method().name());
        return onlyOthers ? 405 : plain.getStatus();
    }

    static Problem byStatus(int status) {
        ErrorCode code = StatusCodes.of(status);
        return Problem.of(code, code.title());
    }

    private static Problem withAllow(Problem problem, Response plain) {
        if (problem.code() != ErrorCode.METHOD_NOT_ALLOWED) {
            return problem;
        }
        String stated = plain.getHeaderString(HttpHeaders.ALLOW);
        String allow = stated == null ? AllowedMethods.ofCurrentRequest() : stated;
        return allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow);
    }
}
