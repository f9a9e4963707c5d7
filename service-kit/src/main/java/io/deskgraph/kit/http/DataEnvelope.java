package io.deskgraph.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/** The ticket dialect's envelope; {@code pagination} and {@code meta} are there only when they have something to say. */
public record DataEnvelope<T>(
        T data,
        @JsonInclude(Include.NON_NULL) @Nullable Pagination pagination,
        @JsonInclude(Include.NON_NULL) @Nullable Object meta) {

    public static <T> DataEnvelope<T> of(T data) {
        return new DataEnvelope<>(data, null, null);
    }

    public static <T> DataEnvelope<T> page(T data, Pagination pagination) {
        return new DataEnvelope<>(data, pagination, null);
    }

    public DataEnvelope<T> withMeta(Object meta) {
        return new DataEnvelope<>(data, pagination, meta);
    }
}
