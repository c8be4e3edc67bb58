package org.opensocialnet.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** On which days a rule comes round. */
sealed interface Recurrence {

    boolean fallsOn(LocalDate day);

    /** Every day of the time the rule is valid. */
    record Daily() implements Recurrence {
        @Override
        public boolean fallsOn(LocalDate day) {
            return true;
        }
    }

    /** One day only. */
    record Once(LocalDate date) implements Recurrence {
        @Override
        public boolean fallsOn(LocalDate day) {
            return day.equals(date);
        }
    }

    /** On certain days of every so many weeks; {@code days} has one bit for each day of the week. */
    record Weekly(int days, int interval, long firstWeek) implements Recurrence {
        @Override
        public boolean fallsOn(LocalDate day) {
            return (days & bit(day.getDayOfWeek())) != 0
                    && (interval == 1 || Math.floorMod(week(day) - firstWeek, interval) == 0);
        }
    }

    /** On certain days of every so many months: the first Monday, the last Friday, the 15th. */
    record Monthly(List<Weekday> weekdays, List<Integer> monthdays, int interval, long firstMonth)
            implements Recurrence {
        @Override
        public boolean fallsOn(LocalDate day) {
            return (interval == 1 || Math.floorMod(month(day) - firstMonth, interval) == 0)
                    && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> weekday.fallsOn(day)))
                    && (monthdays.isEmpty() || monthdays.stream().anyMatch(number -> isDayOfMonth(number, day)));
        }
    }

    /** A day of the week, perhaps only the nth of its month; counted from the end where negative, 0 is every one. */
    record Weekday(int nth, DayOfWeek weekday) {
        boolean fallsOn(LocalDate day) {
            if (day.getDayOfWeek() != weekday) {
                return false;
            }
            int fromStart = (day.getDayOfMonth() - 1) / 7 + 1;
            int fromEnd = (day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1;
            return nth == 0 || nth == fromStart || nth == -fromEnd;
        }
    }

    Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?\\s*(MO|TU|WE|TH|FR|SA|SU)[A-Z]*");
    Pattern NUMBER = Pattern.compile("[+-]?\\d{1,2}");

    /** The recurrence a schedule tells, or nothing where it does not say on which days it falls. */
    static @Nullable Recurrence of(Schedule schedule) {
        var weekdays = weekdays(schedule.byday());
        var monthdays = monthdays(schedule.bymonthday());
        var start = schedule.dtstart() != null ? schedule.dtstart() : schedule.validFrom();
        int interval = schedule.interval() == null ? 1 : Math.max(1, schedule.interval());
        if (interval > 1 && start == null) {
            return null;
        }
        boolean numbered = !monthdays.isEmpty() || weekdays.stream().anyMatch(weekday -> weekday.nth != 0);
        if (numbered || "MONTHLY".equals(schedule.freq())) {
            return monthly(weekdays, monthdays, interval, schedule.dtstart(), start);
        }
        if ("WEEKLY".equals(schedule.freq()) || !weekdays.isEmpty()) {
            return weekly(weekdays, interval, schedule.dtstart(), start);
        }
        if (schedule.validFrom() != null && schedule.validTo() != null) {
            return new Daily();
        }
        return schedule.dtstart() == null ? null : new Once(schedule.dtstart());
    }

    private static @Nullable Recurrence weekly(
            List<Weekday> weekdays, int interval, @Nullable LocalDate dtstart, @Nullable LocalDate start) {
        int days = dtstart != null && weekdays.isEmpty() ? bit(dtstart.getDayOfWeek()) : 0;
        for (var weekday : weekdays) {
            days |= bit(weekday.weekday);
        }
        return days == 0 ? null : new Weekly(days, interval, start == null ? 0 : week(start));
    }

    private static @Nullable Recurrence monthly(
            List<Weekday> weekdays,
            List<Integer> monthdays,
            int interval,
            @Nullable LocalDate dtstart,
            @Nullable LocalDate start) {
        long firstMonth = start == null ? 0 : month(start);
        if (!weekdays.isEmpty() || !monthdays.isEmpty()) {
            return new Monthly(weekdays, monthdays, interval, firstMonth);
        }
        return dtstart == null ? null : new Monthly(List.of(), List.of(dtstart.getDayOfMonth()), interval, firstMonth);
    }

    private static List<Weekday> weekdays(@Nullable String byday) {
        if (byday == null || byday.isBlank()) {
            return List.of();
        }
        var weekdays = new ArrayList<Weekday>();
        var found = WEEKDAY.matcher(byday.toUpperCase(Locale.ROOT));
        while (found.find()) {
            int nth = found.group(1) == null ? 0 : Integer.parseInt(found.group(1));
            weekdays.add(new Weekday(nth, named(found.group(2))));
        }
        return weekdays;
    }

    private static List<Integer> monthdays(@Nullable String bymonthday) {
        if (bymonthday == null || bymonthday.isBlank()) {
            return List.of();
        }
        return NUMBER.matcher(bymonthday)
                .results()
                .map(found -> Integer.valueOf(found.group()))
                .toList();
    }

    private static DayOfWeek named(String twoLetters) {
        return DayOfWeek.of("MOTUWETHFRSASU".indexOf(twoLetters) / 2 + 1);
    }

    private static boolean isDayOfMonth(int number, LocalDate day) {
        return number == day.getDayOfMonth() || number == day.getDayOfMonth() - day.lengthOfMonth() - 1;
    }

    private static int bit(DayOfWeek day) {
        return 1 << day.ordinal();
    }

    private static long week(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() + 3, 7);
    }

    private static long month(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue();
    }
}
