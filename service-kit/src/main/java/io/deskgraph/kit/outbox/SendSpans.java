package io.deskgraph.kit.outbox;

import io.deskgraph.kit.trace.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of one batch on its way to Kafka; none for events whose change was not traced. */
final class SendSpans {

    private final List<Span> open = new ArrayList<>();

    /** The header under which the event goes on: the span's, or the row's as it is. */
    @Nullable
    String header(OutboxRow row) {
        String parent = row.traceParent();
        Span span = parent == null ? null : Spans.begin("send " + row.topic(), SpanKind.PRODUCER, parent);
        if (span == null) {
            return parent;
        }
        span.setAttribute("messaging.system", "kafka");
        span.setAttribute("messaging.destination.name", row.topic());
        span.setAttribute("messaging.message.id", row.id());
        span.setAttribute("deskgraph.event_type", row.type());
        open.add(span);
        return Spans.header(span);
    }

    void end(boolean sent) {
        open.forEach(span -> Spans.end(span, sent));
    }
}
