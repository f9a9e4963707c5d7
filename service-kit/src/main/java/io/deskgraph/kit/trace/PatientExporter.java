package io.deskgraph.kit.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Says once that spans get lost, and once that they arrive again. The exporter's own words, a stack at each attempt, are
 * switched off.
 */
final class PatientExporter implements SpanExporter {

    private static final Logger LOG = Logger.getLogger(PatientExporter.class);

    private final SpanExporter exporter;
    private final String endpoint;
    private final AtomicBoolean away = new AtomicBoolean();

    PatientExporter(SpanExporter exporter, String endpoint) {
        this.exporter = exporter;
        this.endpoint = endpoint;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> note(result));
    }

    private void note(CompletableResultCode result) {
        if (away.compareAndSet(result.isSuccess(), !result.isSuccess())) {
            if (result.isSuccess()) {
                LOG.infof("%s takes spans again", endpoint);
            } else {
                LOG.warnf("%s takes no spans, they are dropped until it does: %s", endpoint, cause(result));
            }
        }
    }

    private static String cause(CompletableResultCode result) {
        Throwable failure = result.getFailureThrowable();
        return failure == null ? "no reason given" : String.valueOf(failure.getMessage());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
