package io.deskgraph.tickets.timeentry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Time the caller spent on a ticket.
 *
 * @param billableDuration minutes
 */
public record CreateTimeEntry(
        @NotNull @Pattern(regexp = "ticket", message = "must be ticket") @Schema(examples = "ticket")
        String workItemType,

        @NotNull @Schema(description = "The ticket") UUID workItemId,
        @NotNull @Schema(examples = "2026-11-03T09:30:00Z") Instant startTime,
        @NotNull @Schema(examples = "2026-11-03T10:05:00Z") Instant endTime,

        @Nullable
        @PositiveOrZero
        @Max(TimeSpan.MAX_MINUTES)
        @Schema(description = "Minutes; the span where it is left out")
        Integer billableDuration,

        @Nullable @Schema(description = "The day of the start, in UTC, where it is left out")
        LocalDate workDate,

        @Nullable @Size(max = 5000) String notes,

        @Nullable @Schema(description = "An item of the catalogue")
        UUID serviceId) {

    TimeSpan span() {
        return TimeSpan.of(startTime, endTime);
    }

    TimeEntryDraft draft() {
        TimeSpan span = span();
        return new TimeEntryDraft(
                span,
                workDate == null ? span.firstDay() : workDate,
                billableDuration == null ? span.minutes() : billableDuration,
                notes,
                serviceId);
    }
}
