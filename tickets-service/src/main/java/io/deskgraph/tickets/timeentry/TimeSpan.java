package io.deskgraph.tickets.timeentry;

import io.deskgraph.kit.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** From when to when somebody worked: forward in time, and not for longer than a year. */
record TimeSpan(Instant start, Instant end) {

    static final int MAX_MINUTES = 366 * 24 * 60;

    static TimeSpan of(Instant start, Instant end) {
        TimeSpan span = new TimeSpan(start.truncatedTo(ChronoUnit.MILLIS), end.truncatedTo(ChronoUnit.MILLIS));
        if (!span.end.isAfter(span.start)) {
            throw Problem.invalid("end_time", "must be after start_time");
        }
        if (Duration.between(span.start, span.end).toMinutes() > MAX_MINUTES) {
            throw Problem.invalid("end_time", "must be within a year of start_time");
        }
        return span;
    }

    int minutes() {
        return (int) Duration.between(start, end).toMinutes();
    }

    LocalDate firstDay() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }
}
