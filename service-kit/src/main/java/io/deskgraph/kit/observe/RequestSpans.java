package io.deskgraph.kit.observe;

import io.deskgraph.kit.request.FilterPriorities;
import io.deskgraph.kit.request.RequestIds;
import io.deskgraph.kit.trace.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/** A span for every exchange of the public port. Not even a handler where no spans are recorded. */
@Singleton
class RequestSpans {

    private static final int SERVER_ERROR = 500;

    private final boolean recorded;

    RequestSpans(@ConfigProperty(name = "deskgraph.traces.endpoint") Optional<String> endpoint) {
        this.recorded = endpoint.isPresent();
    }

    void install(@Observes Router router) {
        if (recorded) {
            router.route().order(FilterPriorities.TRACE).handler(RequestSpans::begin);
        }
    }

    private static void begin(RoutingContext exchange) {
        String parent = exchange.request().getHeader("traceparent");
        Span span = Spans.begin(exchange.request().method().name(), SpanKind.SERVER, parent);
        if (span != null) {
            Spans.keep(span, exchange);
            MDC.put("traceId", span.getSpanContext().getTraceId());
            MDC.put("spanId", span.getSpanContext().getSpanId());
            MDC.put("sampled", Boolean.toString(span.getSpanContext().isSampled()));
            exchange.addEndHandler(answered -> end(span, exchange, answered.succeeded()));
        }
        exchange.next();
    }

    private static void end(Span span, RoutingContext exchange, boolean whole) {
        String template = Measured.template(exchange);
        String route = template == null ? Measured.route(exchange) : template;
        String method = exchange.request().method().name();
        int status = exchange.response().getStatusCode();
        span.updateName(method + " " + route);
        span.setAttribute("http.request.method", method);
        span.setAttribute("http.route", route);
        span.setAttribute("http.response.status_code", status);
        span.setAttribute("deskgraph.request_id", RequestIds.of(exchange));
        String tenant = Measured.tenant(exchange);
        if (tenant != null) {
            span.setAttribute("deskgraph.tenant", tenant);
        }
        Spans.end(span, whole && status < SERVER_ERROR);
    }
}
