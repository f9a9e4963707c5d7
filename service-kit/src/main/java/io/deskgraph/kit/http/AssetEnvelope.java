package io.deskgraph.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The asset dialect's envelope. */
public record AssetEnvelope<T>(
        boolean success,
        T data,
        @JsonInclude(Include.NON_NULL) @Nullable Pagination pagination,
        Meta meta) {

    public record Meta(Instant timestamp, String version) {}

    public static <T> AssetEnvelope<T> of(T data, Clock clock) {
        return new AssetEnvelope<>(true, data, null, meta(clock));
    }

    public static <T> AssetEnvelope<T> page(T data, Pagination pagination, Clock clock) {
        return new AssetEnvelope<>(true, data, pagination, meta(clock));
    }

    private static Meta meta(Clock clock) {
        return new Meta(clock.instant().truncatedTo(ChronoUnit.MILLIS), "1.0.0");
    }
}
