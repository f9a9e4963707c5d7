package io.deskgraph.kit.inbox;

import io.deskgraph.contracts.Headers;
import io.deskgraph.kit.trace.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The spans of events that are applied in one transaction. Each is a child of the span that sent its event, so that the
 * trace of a change goes on in everybody who hears of it; they last as long as the transaction they share.
 */
record ApplySpans(List<Span> open) {

    private static final ApplySpans NONE = new ApplySpans(List.of());

    static ApplySpans begin(Stream<ConsumerRecord<String, byte[]>> records) {
        return Spans.areRecorded()
                ? new ApplySpans(records.flatMap(ApplySpans::begin).toList())
                : NONE;
    }

    void end(boolean applied) {
        open.forEach(span -> Spans.end(span, applied));
    }

    private static Stream<Span> begin(ConsumerRecord<String, byte[]> record) {
        String parent = text(record, Headers.TRACE_PARENT);
        Span span = parent == null ? null : Spans.begin("apply " + record.topic(), SpanKind.CONSUMER, parent);
        if (span == null) {
            return Stream.empty();
        }
        span.setAttribute("messaging.system", "kafka");
        span.setAttribute("messaging.destination.name", record.topic());
        span.setAttribute("messaging.kafka.offset", record.offset());
        span.setAttribute("deskgraph.event_type", String.valueOf(text(record, Headers.TYPE)));
        return Stream.of(span);
    }

    private static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
