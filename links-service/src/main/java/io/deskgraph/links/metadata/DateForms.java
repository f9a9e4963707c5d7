package io.deskgraph.links.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO dates and times in the forms that Python reads: calendar and week dates, with or without separators. */
final class DateForms {

    private static final Pattern DATE_TIME = Pattern.compile("""
            (?<year>\\d{4})(?:
                (?<dash>-?)(?<month>\\d{2})\\k<dash>(?<day>\\d{2})
              | (?<wdash>-?)W(?<week>\\d{2})(?:\\k<wdash>(?<weekday>\\d))?
            )
            (?:[^0-9]
                (?<hour>\\d{2})(?::?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,]\\d+)?)?)?
                (?:[+-](?<ohour>\\d{2})(?::?(?<ominute>\\d{2})(?::?(?<osecond>\\d{2})(?:[.,]\\d+)?)?)?)?
            )?""", Pattern.COMMENTS);

    private DateForms() {}

    static @Nullable String check(String value) {
        String offset = value.endsWith("Z") ? value.substring(0, value.length() - 1) + "+00:00" : value;
        Matcher parts = DATE_TIME.matcher(offset);
        return parts.matches() && isDate(parts) && isTime(parts) ? null : "must be a valid ISO date format";
    }

    private static boolean isDate(Matcher parts) {
        try {
            int year = number(parts, "year", 0);
            return year > 0 && (parts.group("week") == null ? isCalendarDate(parts, year) : isWeekDate(parts, year));
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private static boolean isCalendarDate(Matcher parts, int year) {
        LocalDate date = LocalDate.of(year, number(parts, "month", 0), number(parts, "day", 0));
        return date.getYear() == year;
    }

    private static boolean isWeekDate(Matcher parts, int year) {
        int week = number(parts, "week", 0);
        int weekday = number(parts, "weekday", 1);
        long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 7, 1))
                .getMaximum();
        return week >= 1 && week <= weeks && weekday >= 1 && weekday <= 7;
    }

    private static boolean isTime(Matcher parts) {
        return number(parts, "hour", 0) < 24
                && number(parts, "minute", 0) < 60
                && number(parts, "second", 0) < 60
                && number(parts, "ohour", 0) < 24
                && number(parts, "ominute", 0) < 60
                && number(parts, "osecond", 0) < 60;
    }

    private static int number(Matcher parts, String name, int absent) {
        String text = parts.group(name);
        return text == null ? absent : Integer.parseInt(text);
    }
}
