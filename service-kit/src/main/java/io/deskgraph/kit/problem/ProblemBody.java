package io.deskgraph.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The error body: an RFC 9457 problem that also has the members which clients of each dialect read. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        boolean success,
        String message,
        Cause error,
        Meta meta) {

    /** The code and text that programs read; {@code details} is a list for validation and an object for conflicts. */
    public record Cause(
            String code,
            String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Object details) {}

    public record Meta(Instant timestamp, String version) {}
}
