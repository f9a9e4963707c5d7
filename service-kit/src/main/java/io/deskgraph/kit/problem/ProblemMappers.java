package io.deskgraph.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.request.RequestIds;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What services throw on purpose, and the one fallback for what nobody foresaw. */
@Singleton
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Problems problems;

    ProblemMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response refused(Problem problem, RoutingContext exchange) {
        return problems.response(problem, exchange);
    }

    /** The request's own JSON never comes here; what does is ours and no mistake of the client. */
    @ServerExceptionMapper
    Response unforeseenJson(JacksonException failure, RoutingContext exchange) {
        return unforeseen(failure, exchange);
    }

    /** Named, because the platform has a mapper of its own for it that blames the client. */
    @ServerExceptionMapper
    Response unforeseenMismatch(MismatchedInputException failure, RoutingContext exchange) {
        return unforeseen(failure, exchange);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure, RoutingContext exchange) {
        return problems.response(explain(failure, exchange), exchange);
    }

    /** What the client is told; the cause goes to the log, under the id the client sees. */
    static Problem explain(Throwable failure, RoutingContext exchange) {
        Problem known = DatabaseFailures.explain(failure);
        if (known == null) {
            LOG.errorf(failure, "Request %s failed", RequestIds.of(exchange));
            return Problem.of(ErrorCode.INTERNAL_ERROR, "An unexpected error occurred");
        }
        logIfOurs(known, failure, exchange);
        return known;
    }

    private static void logIfOurs(Problem known, @Nullable Throwable failure, RoutingContext exchange) {
        if (known.code().status() >= 500) {
            LOG.warnf(failure, "Request %s could not be served", RequestIds.of(exchange));
        } else {
            LOG.debugf(failure, "Request %s was refused by the database", RequestIds.of(exchange));
        }
    }
}
