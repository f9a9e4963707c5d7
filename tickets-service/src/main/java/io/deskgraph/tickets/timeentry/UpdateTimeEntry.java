package io.deskgraph.tickets.timeentry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partial update: what is not sent stays. Notes and service are cleared by null, nothing else may be null. */
public record UpdateTimeEntry(
        @Nullable Instant startTime,
        @Nullable Instant endTime,

        @Nullable @PositiveOrZero @Max(TimeSpan.MAX_MINUTES) @Schema(description = "Minutes", examples = "30")
        Integer billableDuration,

        @Nullable LocalDate workDate,
        @Nullable @Size(max = 5000) String notes,
        @Nullable UUID serviceId) {}
