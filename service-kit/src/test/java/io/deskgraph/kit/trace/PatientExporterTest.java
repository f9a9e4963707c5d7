package io.deskgraph.kit.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.embedded.FreePorts;
import io.deskgraph.kit.test.SpanCollector;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is logged of a collector that comes and goes. */
@QuarkusTest
class PatientExporterTest {

    private final List<Logger> loggers =
            List.of(Logger.getLogger("io.opentelemetry"), Logger.getLogger(PatientExporter.class.getName()));
    private final Capture capture = new Capture();
    private final int port = FreePorts.any();
    private final String endpoint = "http://127.0.0.1:" + port + "/v1/traces";
    private final PatientExporter exporter = new PatientExporter(
            OtlpHttpSpanExporter.builder()
                    .setEndpoint(endpoint)
                    .setTimeout(Duration.ofSeconds(5))
                    .setRetryPolicy(null)
                    .build(),
            endpoint);

    @BeforeEach
    void listen() {
        loggers.forEach(logger -> logger.addHandler(capture));
    }

    @AfterEach
    void leave() {
        loggers.forEach(logger -> logger.removeHandler(capture));
    }

    @Test
    void oneLineWhenItGoesAndOneWhenItIsBack() {
        // When
        for (int i = 0; i < 3; i++) {
            assertEquals(false, exports());
        }

        // Then
        assertEquals(1, capture.records.size());
        LogRecord gone = capture.records.get(0);
        assertEquals("WARN", gone.getLevel().getName());
        assertNull(gone.getThrown());
        assertTrue(gone.getMessage().startsWith(endpoint + " takes no spans"), gone.getMessage());

        // When
        try (SpanCollector unused = SpanCollector.on(port)) {
            assertEquals(true, exports());
            assertEquals(true, exports());
        }

        // Then
        assertEquals(2, capture.records.size());
        assertEquals(endpoint + " takes spans again", capture.records.get(1).getMessage());
    }

    private boolean exports() {
        return exporter.export(List.of()).join(10, TimeUnit.SECONDS).isSuccess();
    }

    private static final class Capture extends Handler {

        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
