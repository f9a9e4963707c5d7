package io.deskgraph.contracts.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time somebody spent on a ticket.
 *
 * @param billableDuration minutes
 * @param approvalStatus DRAFT, SUBMITTED, APPROVED or CHANGES_REQUESTED
 */
public record TimeEntryState(
        UUID entryId,
        UUID ticketId,
        UUID userId,
        Instant startTime,
        Instant endTime,
        LocalDate workDate,
        int billableDuration,
        @Nullable String notes,
        String approvalStatus,
        @Nullable UUID serviceId,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
