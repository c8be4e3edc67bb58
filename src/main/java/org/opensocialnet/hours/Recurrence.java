package org.opensocialnet.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
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
    record Weekly(int days, int interval, long firstWeek, Counting counting) implements Recurrence {
        @Override
        public boolean fallsOn(LocalDate day) {
            return (days & bit(day.getDayOfWeek())) != 0
                    && (interval == 1 || Math.floorMod(counting.week(day) - firstWeek, interval) == 0);
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

    /** On certain days of the week, or all, of every so many years. */
    record Yearly(int days, int interval, int firstYear) implements Recurrence {
        @Override
        public boolean fallsOn(LocalDate day) {
            return (days & bit(day.getDayOfWeek())) != 0
                    && (interval == 1 || Math.floorMod(day.getYear() - firstYear, interval) == 0);
        }
    }

    /** Another recurrence, kept to weeks and days of the year by their numbers; from its end where negative. */
    record Numbered(Recurrence of, List<Integer> weeks, List<Integer> days, WeekFields counted) implements Recurrence {
        @Override
        public boolean fallsOn(LocalDate day) {
            return of.fallsOn(day) && isInWeek(day) && isOnDay(day);
        }

        private boolean isInWeek(LocalDate day) {
            var week = counted.weekOfWeekBasedYear();
            return weeks.isEmpty()
                    || isAmong(weeks, day.get(week), (int) day.range(week).getMaximum());
        }

        private boolean isOnDay(LocalDate day) {
            return days.isEmpty() || isAmong(days, day.getDayOfYear(), day.lengthOfYear());
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
    int EVERY_DAY = 0b111_1111;
    Pattern NUMBER = Pattern.compile("[+-]?\\d{1,2}");

    /** The recurrence a schedule tells, or nothing where it does not say on which days it falls. */
    static @Nullable Recurrence of(Schedule schedule) {
        var counting = schedule.counting();
        if (!counting.isClear()) {
            return null;
        }
        var weeks = counting.weeksOfYear();
        var days = counting.daysOfYear();
        if (weeks.isEmpty() && days.isEmpty()) {
            return plain(schedule);
        }
        var plain = schedule.freq() == null ? yearly(schedule) : plainOrAllDays(schedule);
        return plain == null ? null : new Numbered(plain, weeks, days, counting.weeks());
    }

    /** Of a rule that names days of the year, or weeks and no days, the numbers alone say which days they are. */
    private static @Nullable Recurrence plainOrAllDays(Schedule schedule) {
        boolean daysNamed = isTold(schedule.byday()) || isTold(schedule.bymonthday()) || schedule.dtstart() != null;
        return daysNamed || schedule.interval() != null && schedule.interval() > 1 ? plain(schedule) : new Daily();
    }

    /** HSDS has no word for yearly: numbers of the year without a frequency say so. */
    private static @Nullable Recurrence yearly(Schedule schedule) {
        var start = schedule.dtstart() != null ? schedule.dtstart() : schedule.validFrom();
        int interval = schedule.interval() == null ? 1 : Math.max(1, schedule.interval());
        if (interval > 1 && start == null || isTold(schedule.bymonthday())) {
            return null;
        }
        int days = 0;
        for (var weekday : weekdays(schedule.byday())) {
            days |= bit(weekday.weekday);
        }
        boolean onWeekdayOfStart = days == 0 && schedule.counting().daysOfYear().isEmpty();
        if (onWeekdayOfStart && schedule.dtstart() != null) {
            days = bit(schedule.dtstart().getDayOfWeek());
        }
        return new Yearly(days == 0 ? EVERY_DAY : days, interval, start == null ? 0 : start.getYear());
    }

    private static @Nullable Recurrence plain(Schedule schedule) {
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
            return weekly(weekdays, interval, schedule, start);
        }
        if (schedule.validFrom() != null && schedule.validTo() != null) {
            return new Daily();
        }
        return schedule.dtstart() == null ? null : new Once(schedule.dtstart());
    }

    private static @Nullable Recurrence weekly(
            List<Weekday> weekdays, int interval, Schedule schedule, @Nullable LocalDate start) {
        var dtstart = schedule.dtstart();
        var counting = schedule.counting();
        int days = dtstart != null && weekdays.isEmpty() ? bit(dtstart.getDayOfWeek()) : 0;
        for (var weekday : weekdays) {
            days |= bit(weekday.weekday);
        }
        return days == 0 ? null : new Weekly(days, interval, start == null ? 0 : counting.week(start), counting);
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

    static DayOfWeek named(String twoLetters) {
        return DayOfWeek.of("MOTUWETHFRSASU".indexOf(twoLetters) / 2 + 1);
    }

    private static boolean isDayOfMonth(int number, LocalDate day) {
        return isAmong(List.of(number), day.getDayOfMonth(), day.lengthOfMonth());
    }

    /** Counted from the first or, where negative, from the last. */
    private static boolean isAmong(List<Integer> numbers, int number, int last) {
        return numbers.contains(number) || numbers.contains(number - last - 1);
    }

    private static boolean isTold(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static int bit(DayOfWeek day) {
        return 1 << day.ordinal();
    }

    private static long month(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue();
    }
}
