package io.deskgraph.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.request.FilterPriorities;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Errors raised before or beside JAX-RS get the same body. */
@Singleton
class RouterFailures {

    private static final int UNKNOWN = -1;

    private final Problems problems;
    private final ObjectMapper json;

    RouterFailures(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(FilterPriorities.ROUTER_FAILURES).failureHandler(this::answer);
        router.route().last().handler(exchange -> exchange.fail(404));
    }

    private void answer(RoutingContext exchange) {
        if (exchange.response().headWritten()) {
            exchange.next();
            return;
        }
        Problem problem = explain(exchange);
        HttpServerResponse response =
                exchange.response().setStatusCode(problem.code().status());
        problem.headers().forEach(response::putHeader);
        var unused = response.putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .end(Buffer.buffer(bytes(problem, exchange)));
    }

    private static Problem explain(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof AuthenticationException) {
            return SecurityMappers.unauthorized(exchange);
        }
        int status = status(failure, exchange.statusCode());
        return failure == null || status < 500
                ? HttpMappers.byStatus(status)
                : ProblemMappers.explain(failure, exchange);
    }

    private static int status(@Nullable Throwable failure, int status) {
        if (failure instanceof HttpException refusal) {
            return refusal.getStatusCode();
        }
        return status == UNKNOWN ? 500 : status;
    }

    private byte[] bytes(Problem problem, RoutingContext exchange) {
        try {
            return json.writeValueAsBytes(problems.body(problem, exchange));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
