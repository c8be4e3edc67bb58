package org.opensocialnet.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.opensocialnet.hours.GreekHolidays;

/**
 * The days the invented city lives on. Whatever has a date (confirmations, notices, seasons) is counted from the Monday
 * of the clock's week, so that the city is the same all week and on every machine, and never grows old; only what is
 * free was counted yesterday.
 */
record Calendar(LocalDate today, LocalDate monday) {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    static Calendar of(LocalDate today) {
        return new Calendar(today, today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    LocalDate day(int after) {
        return monday.plusDays(after);
    }

    OffsetDateTime moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ATHENS).toOffsetDateTime();
    }

    /** When a day of the year comes next. */
    LocalDate next(MonthDay day) {
        var thisYear = day.atYear(monday.getYear());
        return thisYear.isBefore(monday) ? day.atYear(monday.getYear() + 1) : thisYear;
    }

    LocalDate nextEaster() {
        var thisYear = GreekHolidays.easter(monday.getYear());
        return thisYear.isBefore(monday) ? GreekHolidays.easter(monday.getYear() + 1) : thisYear;
    }
}
