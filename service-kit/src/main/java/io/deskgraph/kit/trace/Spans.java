package io.deskgraph.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Begins spans, and writes them as the header by which they go on elsewhere. Gives null wherever there is no tracer. */
public final class Spans {

    private static final String CURRENT = "deskgraph.span";
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    private static volatile @Nullable Tracer tracer;

    private Spans() {}

    static void use(@Nullable Tracer opened) {
        tracer = opened;
    }

    public static boolean areRecorded() {
        return tracer != null;
    }

    /** @param traceParent the header of who asked for this; anything but a good one begins a new trace */
    public static @Nullable Span begin(String name, SpanKind kind, @Nullable String traceParent) {
        Tracer present = tracer;
        if (present == null) {
            return null;
        }
        SpanContext parent = read(traceParent);
        return present.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(parent)))
                .startSpan();
    }

    /** Makes it the span of an exchange, and of the Vert.x context that works on it. */
    public static void keep(Span span, RoutingContext exchange) {
        exchange.put(CURRENT, span);
        io.vertx.core.Context context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(CURRENT, span);
        }
    }

    /** The span of the request at hand; null without one. */
    public static @Nullable Span current() {
        io.vertx.core.Context context = tracer == null ? null : Vertx.currentContext();
        return context == null ? null : context.getLocal(CURRENT);
    }

    /** The span of an exchange; null without one. */
    public static @Nullable Span of(RoutingContext exchange) {
        return tracer == null ? null : exchange.get(CURRENT);
    }

    /** Work of the database for the request at hand. */
    public static <T> Uni<T> transaction(Uni<T> work) {
        Span parent = current();
        Tracer present = tracer;
        if (parent == null || present == null) {
            return work;
        }
        Span span = present.spanBuilder("transaction")
                .setSpanKind(SpanKind.CLIENT)
                .setParent(Context.root().with(parent))
                .setAttribute("db.system.name", "postgresql")
                .startSpan();
        return work.onTermination().invoke((item, failure, cancelled) -> end(span, failure == null));
    }

    public static void end(Span span, boolean well) {
        if (!well) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    /** The header value by which what this span has caused goes on. */
    public static String header(Span span) {
        SpanContext context = span.getSpanContext();
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    private static SpanContext read(@Nullable String header) {
        if (header == null || header.length() != LENGTH || !header.startsWith("00-")) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(
                header.substring(TRACE_ID, SPAN_ID - 1),
                header.substring(SPAN_ID, FLAGS - 1),
                header.endsWith("01") ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault());
    }
}
