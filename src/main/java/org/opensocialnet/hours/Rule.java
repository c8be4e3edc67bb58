package org.opensocialnet.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schedule read and ready to be asked about one day after another. */
record Rule(
        Recurrence recurrence,
        LocalDate first,
        LocalDate last,
        Validity validity,
        Range hours,
        Kind kind,
        OnHolidays onHolidays,
        @Nullable ZoneOffset clock) {

    private static final int MINUTE_BEFORE_MIDNIGHT = 24 * 60 * 60 - 60;
    private static final int LONGEST_COUNT = 10_000;

    enum Kind {
        OPEN,
        BY_APPOINTMENT,
        SHUT
    }

    enum OnHolidays {
        CLOSED,
        AS_USUAL,
        ONLY
    }

    /** How long a rule holds: the shorter is the more particular, and of two that do not end, the later begun. */
    record Validity(@Nullable LocalDate from, @Nullable LocalDate to) implements Comparable<Validity> {

        boolean isOneDay() {
            return from != null && from.equals(to);
        }

        @Override
        public int compareTo(Validity other) {
            int shorter = Long.compare(other.days(), days());
            return shorter != 0 ? shorter : Long.compare(start(), other.start());
        }

        private long days() {
            return from == null || to == null ? Long.MAX_VALUE : to.toEpochDay() - from.toEpochDay();
        }

        private long start() {
            return from == null ? Long.MIN_VALUE : from.toEpochDay();
        }
    }

    /** The rule a schedule tells, or nothing where it does not say when. */
    static @Nullable Rule of(Schedule schedule) {
        var kind = schedule.closed() ? Kind.SHUT : schedule.byAppointment() ? Kind.BY_APPOINTMENT : Kind.OPEN;
        var recurrence = Recurrence.of(schedule);
        var hours = hours(schedule, kind);
        var holidays = onHolidays(schedule.holidays());
        if (recurrence == null
                && (kind == Kind.BY_APPOINTMENT && !hasHours(schedule) || shutsOnHolidays(kind, holidays))) {
            recurrence = new Recurrence.Daily();
        }
        if (recurrence == null || hours == null) {
            return null;
        }
        var first = later(schedule.validFrom(), schedule.dtstart());
        var last = earlier(schedule.validTo(), schedule.until());
        return new Rule(
                recurrence,
                first,
                earlier(last, lastOf(schedule, recurrence)),
                new Validity(schedule.validFrom(), schedule.validTo()),
                hours,
                kind,
                holidays,
                hasHours(schedule) ? WallClock.other(schedule.counting().clock()) : null);
    }

    /** Its hours that begin on a day of the city's clock; those by another clock may be of the day before or after. */
    List<Range> hoursOn(LocalDate day, Holidays known) {
        if (clock == null) {
            return fallsOn(day, known.on(day) != null) ? List.of(hours) : List.of();
        }
        var found = new ArrayList<Range>(1);
        for (var own = day.minusDays(1); !own.isAfter(day.plusDays(1)); own = own.plusDays(1)) {
            if (fallsOn(own, known.on(own) != null)) {
                int starts = WallClock.second(own, hours.start(), clock, day);
                if (starts >= 0 && starts < Range.DAY) {
                    found.add(new Range(starts, WallClock.second(own, hours.end(), clock, day)));
                }
            }
        }
        return found;
    }

    boolean fallsOn(LocalDate day, boolean holiday) {
        if (day.isBefore(first) || day.isAfter(last)) {
            return false;
        }
        boolean suits = switch (onHolidays) {
            case CLOSED -> kind == Kind.SHUT || !holiday;
            case AS_USUAL -> true;
            case ONLY -> holiday;
        };
        return suits && recurrence.fallsOn(day);
    }

    private static boolean shutsOnHolidays(Kind kind, OnHolidays holidays) {
        return kind == Kind.SHUT && holidays == OnHolidays.ONLY;
    }

    private static boolean hasHours(Schedule schedule) {
        return schedule.opensAt() != null || schedule.closesAt() != null;
    }

    private static @Nullable Range hours(Schedule schedule, Kind kind) {
        if (kind != Kind.OPEN && !hasHours(schedule)) {
            return Range.WHOLE_DAY;
        }
        if (schedule.opensAt() == null || schedule.closesAt() == null) {
            return null;
        }
        return range(schedule.opensAt(), schedule.closesAt());
    }

    /** 23:59 is how forms that know no 24:00 say midnight. */
    static Range range(LocalTime opens, LocalTime closes) {
        int start = opens.toSecondOfDay();
        int end = closes.toSecondOfDay();
        if (end >= MINUTE_BEFORE_MIDNIGHT) {
            end = Range.DAY;
        }
        return new Range(start, end > start ? end : end + Range.DAY);
    }

    private static OnHolidays onHolidays(@Nullable String word) {
        if (word == null) {
            return OnHolidays.CLOSED;
        }
        return switch (word) {
            case "as-usual" -> OnHolidays.AS_USUAL;
            case "only" -> OnHolidays.ONLY;
            default -> OnHolidays.CLOSED;
        };
    }

    private static @Nullable LocalDate lastOf(Schedule schedule, Recurrence recurrence) {
        var day = schedule.dtstart() != null ? schedule.dtstart() : schedule.validFrom();
        if (schedule.count() == null || day == null) {
            return null;
        }
        int left = Math.min(schedule.count(), LONGEST_COUNT);
        for (long tried = 0; tried < LONGEST_COUNT * 7L; tried++, day = day.plusDays(1)) {
            if (recurrence.fallsOn(day) && --left <= 0) {
                return day;
            }
        }
        return null;
    }

    private static LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one != null ? one : other != null ? other : LocalDate.MIN;
        }
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one != null ? one : other != null ? other : LocalDate.MAX;
        }
        return one.isBefore(other) ? one : other;
    }
}
