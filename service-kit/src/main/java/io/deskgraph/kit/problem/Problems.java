package io.deskgraph.kit.problem;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.request.RequestIds;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Renders a {@link Problem} for the exchange it ended. */
@Singleton
public class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final MediaType TYPE = new MediaType("application", "problem+json");
    private static final String VERSION = "1.0.0";

    private final Clock clock;

    Problems(Clock clock) {
        this.clock = clock;
    }

    public Response response(Problem problem, RoutingContext exchange) {
        Response.ResponseBuilder answer =
                Response.status(problem.code().status()).type(TYPE).entity(body(problem, exchange));
        problem.headers().forEach(answer::header);
        return answer.build();
    }

    public ProblemBody body(Problem problem, RoutingContext exchange) {
        ErrorCode code = problem.code();
        return new ProblemBody(
                code.typeUri().toString(),
                code.title(),
                code.status(),
                problem.text(),
                String.valueOf(exchange.request().path()),
                RequestIds.of(exchange),
                false,
                problem.text(),
                new ProblemBody.Cause(code.name(), problem.text(), problem.details()),
                new ProblemBody.Meta(now(), VERSION));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
