package io.deskgraph.tickets.timeentry;

import io.deskgraph.contracts.ticket.TimeEntryState;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a time entry that people decide, in the form in which it is stored, so that equal drafts mean no change.
 *
 * @param minutes that may be billed
 */
record TimeEntryDraft(
        TimeSpan span,
        LocalDate workDate,
        int minutes,
        @Nullable String notes,
        @Nullable UUID serviceId) {

    static TimeEntryDraft of(TimeEntryState entry) {
        return new TimeEntryDraft(
                new TimeSpan(entry.startTime(), entry.endTime()),
                entry.workDate(),
                entry.billableDuration(),
                entry.notes(),
                entry.serviceId());
    }

    /** With another span the minutes follow it, and so does the day, unless they were sent or decided by hand before. */
    TimeEntryDraft with(Sent<UpdateTimeEntry> sent) {
        UpdateTimeEntry body = sent.body();
        requireNoNulls(sent);
        TimeSpan next = TimeSpan.of(or(body.startTime(), span.start()), or(body.endTime(), span.end()));
        int follows = minutes == span.minutes() ? next.minutes() : minutes;
        LocalDate day = workDate.equals(span.firstDay()) ? next.firstDay() : workDate;
        return new TimeEntryDraft(
                next,
                or(body.workDate(), day),
                or(body.billableDuration(), follows),
                sent.member("notes", body.notes()).over(notes),
                sent.member("service_id", body.serviceId()).over(serviceId));
    }

    private static void requireNoNulls(Sent<UpdateTimeEntry> sent) {
        UpdateTimeEntry body = sent.body();
        List<Detail> nulls = Stream.of(
                        sent.member("start_time", body.startTime()),
                        sent.member("end_time", body.endTime()),
                        sent.member("billable_duration", body.billableDuration()),
                        sent.member("work_date", body.workDate()))
                .filter(member -> member.sent() && !member.hasValue())
                .map(member -> Detail.of(member.name(), "must not be null"))
                .toList();
        if (!nulls.isEmpty()) {
            throw Problem.invalid("Validation failed", nulls);
        }
    }

    private static <T> T or(@Nullable T sent, T present) {
        return sent == null ? present : sent;
    }
}
