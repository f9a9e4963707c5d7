package io.deskgraph.tickets.timeentry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.contracts.ticket.TimeEntryState;
import io.deskgraph.kit.request.Caller;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The time spent on a ticket: the entries that the caller may see, and sums over all of them, in minutes. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record TicketTime(
        List<Entry> entries,
        long ownTotalMinutes,
        long ownEntryCount,
        long othersTotalMinutes,
        long othersEntryCount,
        long othersVisibleMinutes,
        long othersVisibleCount,
        long othersHiddenMinutes,
        long othersHiddenCount,
        long totalMinutes) {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssX").withZone(ZoneOffset.UTC);

    /** Start and end are to the second here. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Entry(
            UUID entryId,
            UUID userId,
            @Nullable String userName,

            @Schema(examples = "2026-11-03T09:30:00Z") String startTime,

            @Schema(examples = "2026-11-03T10:05:00Z") String endTime,

            LocalDate workDate,
            int billableDuration,
            @Nullable String notes,
            String approvalStatus,
            @Nullable UUID serviceId,
            @Nullable String serviceName,
            boolean isOwn) {

        static Entry of(Row row, UUID caller) {
            TimeEntryState entry = TimeEntryRows.entry(row);
            return new Entry(
                    entry.entryId(),
                    entry.userId(),
                    row.getString("user_name"),
                    text(entry.startTime()),
                    text(entry.endTime()),
                    entry.workDate(),
                    entry.billableDuration(),
                    entry.notes(),
                    entry.approvalStatus(),
                    entry.serviceId(),
                    row.getString("service_name"),
                    entry.userId().equals(caller));
        }
    }

    /** @param rows of all entries on the ticket */
    static TicketTime of(List<Row> rows, Caller caller) {
        List<Entry> all =
                rows.stream().map(row -> Entry.of(row, caller.userId())).toList();
        return of(all, TimeEntryRights.seesAll(caller));
    }

    private static TicketTime of(List<Entry> all, boolean seesAll) {
        long own = minutes(all, Entry::isOwn);
        long ownCount = all.stream().filter(Entry::isOwn).count();
        long others = minutes(all, entry -> !entry.isOwn());
        long othersCount = all.size() - ownCount;
        return new TicketTime(
                all.stream().filter(entry -> seesAll || entry.isOwn()).toList(),
                own,
                ownCount,
                others,
                othersCount,
                seesAll ? others : 0,
                seesAll ? othersCount : 0,
                seesAll ? 0 : others,
                seesAll ? 0 : othersCount,
                own + others);
    }

    private static long minutes(List<Entry> entries, Predicate<Entry> counted) {
        return entries.stream()
                .filter(counted)
                .mapToLong(Entry::billableDuration)
                .sum();
    }

    private static String text(Instant time) {
        return SECONDS.format(time);
    }
}
