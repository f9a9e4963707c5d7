package io.deskgraph.gateway.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.problem.ProblemBody;
import io.deskgraph.kit.problem.Problems;
import io.deskgraph.kit.request.RequestIds;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Answers an exchange with a problem, and deals with the rest of a request that nobody will read. */
@ApplicationScoped
public class ProblemWriter {

    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

    private final Problems problems;
    private final ObjectMapper json;
    private final MeterRegistry meters;

    ProblemWriter(Problems problems, ObjectMapper json, MeterRegistry meters) {
        this.problems = problems;
        this.json = json;
        this.meters = meters;
    }

    public void write(RoutingContext exchange, Problem problem) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed() || response.headWritten()) {
            return;
        }
        meters.counter("deskgraph.gateway.refused", "code", problem.code().name())
                .increment();
        ProblemBody body = problems.body(problem, exchange);
        response.setStatusCode(problem.code().status());
        response.putHeader(RequestIds.HEADER, RequestIds.of(exchange));
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        if (exchange.request().version() == HttpVersion.HTTP_2) {
            response.headers().remove(HttpHeaders.CONNECTION);
        }
        SecurityHeaders.complete(response.headers());
        Leftovers.discard(exchange);
        response.end(bytes(body));
    }

    /** For what nobody foresaw: the cause goes to the log, its request id to the client. */
    public void unforeseen(RoutingContext exchange, Throwable cause) {
        LOG.errorf(cause, "Request %s failed", RequestIds.of(exchange));
        write(exchange, Problem.of(ErrorCode.INTERNAL_ERROR, "An unexpected error occurred"));
    }

    private Buffer bytes(ProblemBody body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written as JSON", e);
        }
    }
}
