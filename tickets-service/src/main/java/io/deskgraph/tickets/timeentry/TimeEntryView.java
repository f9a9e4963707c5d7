package io.deskgraph.tickets.timeentry;

import io.deskgraph.contracts.ticket.TimeEntryState;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time entry with the names of its user and its service.
 *
 * @param billableDuration minutes
 * @param isOwn whether it is the caller's
 */
public record TimeEntryView(
        UUID tenant,
        UUID entryId,
        String workItemType,
        UUID workItemId,
        UUID userId,
        @Nullable String userName,
        Instant startTime,
        Instant endTime,
        LocalDate workDate,
        int billableDuration,
        @Nullable String notes,
        String approvalStatus,
        @Nullable UUID serviceId,
        @Nullable String serviceName,
        boolean isOwn,
        Instant createdAt,
        Instant updatedAt) {

    static TimeEntryView of(Row row, UUID caller) {
        TimeEntryState entry = TimeEntryRows.entry(row);
        return new TimeEntryView(
                row.getUUID("tenant_id"),
                entry.entryId(),
                "ticket",
                entry.ticketId(),
                entry.userId(),
                row.getString("user_name"),
                entry.startTime(),
                entry.endTime(),
                entry.workDate(),
                entry.billableDuration(),
                entry.notes(),
                entry.approvalStatus(),
                entry.serviceId(),
                row.getString("service_name"),
                entry.userId().equals(caller),
                entry.createdAt(),
                entry.updatedAt());
    }
}
