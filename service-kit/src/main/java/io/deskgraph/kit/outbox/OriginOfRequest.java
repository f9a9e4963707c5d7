package io.deskgraph.kit.outbox;

import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.kit.trace.Spans;
import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller and the request id of the request at hand; the system where there is none, as in a consumer. */
@ApplicationScoped
class OriginOfRequest {

    private final CurrentRequest request;
    private final CurrentVertxRequest http;

    OriginOfRequest(CurrentRequest request, CurrentVertxRequest http) {
        this.request = request;
        this.http = http;
    }

    Origin current() {
        if (!Arc.container().requestContext().isActive() || !request.hasCaller()) {
            return Origin.SYSTEM;
        }
        Caller caller = request.caller();
        Span span = Spans.current();
        String traceParent = span == null ? http.getCurrent().request().getHeader("traceparent") : Spans.header(span);
        return new Origin(caller.userId().toString(), caller.actorType(), request.requestId(), traceParent);
    }
}
