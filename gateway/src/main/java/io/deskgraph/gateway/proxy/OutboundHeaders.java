package io.deskgraph.gateway.proxy;

import io.deskgraph.kit.request.RequestIds;
import io.deskgraph.kit.trace.Spans;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The headers a service receives: what passes of the client's, and what the gateway vouches for. */
final class OutboundHeaders {

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestIds.HEADER);
    private static final CharSequence TRACE_PARENT = HttpHeaders.createOptimized("traceparent");
    private static final CharSequence TRACE_STATE = HttpHeaders.createOptimized("tracestate");
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");

    private OutboundHeaders() {}

    /** @param span of the request, which the service's work belongs to; null where nothing is recorded */
    static MultiMap of(Forwarding forwarding, @Nullable Span span) {
        InboundHead head = forwarding.head();
        MultiMap headers = head.passing();
        headers.set(HttpHeaders.AUTHORIZATION, forwarding.authorization());
        headers.set(REQUEST_ID, forwarding.requestId());
        headers.set(FORWARDED_FOR, forwarding.visitor().address());
        headers.set(FORWARDED_PROTO, forwarding.visitor().secure() ? "https" : "http");
        headers.set(FORWARDED_HOST, forwarding.authority());
        if (span == null) {
            setTrace(headers, head);
        } else {
            headers.set(TRACE_PARENT, Spans.header(span));
        }
        if (head.contentLength() >= 0) {
            headers.set(HttpHeaders.CONTENT_LENGTH, Long.toString(head.contentLength()));
        }
        return headers;
    }

    private static void setTrace(MultiMap headers, InboundHead head) {
        if (!TraceParent.isValid(head.traceParent())) {
            headers.set(TRACE_PARENT, TraceParent.fresh());
            return;
        }
        headers.set(TRACE_PARENT, head.traceParent());
        if (head.traceState() != null) {
            headers.set(TRACE_STATE, head.traceState());
        }
    }
}
