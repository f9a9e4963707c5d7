package io.deskgraph.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends spans away in batches, on a thread of its own; drops them when the collector is away for long. */
@Singleton
class Collector {

    private static final Duration DELAY = Duration.ofSeconds(1);

    private final TraceConfig config;
    private final String service;
    private @Nullable SdkTracerProvider provider;

    Collector(TraceConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.config = config;
        this.service = service;
    }

    /** Before anything that could have spans. */
    void open(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        config.endpoint().ifPresent(this::open);
    }

    void close(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent event) {
        Spans.use(null);
        if (provider != null) {
            provider.shutdown().join(2, TimeUnit.SECONDS);
        }
    }

    private void open(URI endpoint) {
        Sampler own = config.edge() ? new EdgeSampler(config.ratio()) : Sampler.traceIdRatioBased(config.ratio());
        SdkTracerProvider opened = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(config.edge() ? own : Sampler.parentBased(own))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter(endpoint + "/v1/traces"))
                        .setScheduleDelay(DELAY)
                        .build())
                .build();
        provider = opened;
        Spans.use(opened.get("io.deskgraph"));
    }

    private static SpanExporter exporter(String endpoint) {
        return new PatientExporter(
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build(), endpoint);
    }
}
