package org.opensocialnet.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One rule of when something is open, with the names and texts of HSDS: a recurrence in the manner of iCalendar
 * ({@code byday} "MO,WE" or, by month, "1MO,-1FR"), the dates it is valid between, and the hours. A closing time
 * before or equal to the opening time is past midnight. A {@code closed} rule is an exception that shuts.
 * {@code holidays} says what a public holiday does: closed, as-usual or only.
 */
public record Schedule(
        @Nullable String freq,
        @Nullable Integer interval,
        @Nullable String byday,
        @Nullable String bymonthday,
        @Nullable LocalDate dtstart,
        @Nullable LocalDate until,
        @Nullable Integer count,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalTime opensAt,
        @Nullable LocalTime closesAt,
        boolean closed,
        boolean byAppointment,
        @Nullable String holidays,
        @Nullable String description,
        Counting counting) {

    private static final Schedule EMPTY =
            new Schedule(null, null, null, null, null, null, null, null, null, null, null, false, false, null, null);

    /** A rule counted as usual: weeks from Monday, by the clock of the city. */
    public Schedule(
            @Nullable String freq,
            @Nullable Integer interval,
            @Nullable String byday,
            @Nullable String bymonthday,
            @Nullable LocalDate dtstart,
            @Nullable LocalDate until,
            @Nullable Integer count,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalTime opensAt,
            @Nullable LocalTime closesAt,
            boolean closed,
            boolean byAppointment,
            @Nullable String holidays,
            @Nullable String description) {
        this(
                freq,
                interval,
                byday,
                bymonthday,
                dtstart,
                until,
                count,
                validFrom,
                validTo,
                opensAt,
                closesAt,
                closed,
                byAppointment,
                holidays,
                description,
                Counting.USUAL);
    }

    /** Every week on the days named, as "MO,TU,WE". */
    public static Schedule weekly(String byday, LocalTime opensAt, LocalTime closesAt) {
        return EMPTY.recurring("WEEKLY", byday).between(opensAt, closesAt);
    }

    /** Every month on the days named, as "1MO" or "-1FR". */
    public static Schedule monthly(String byday, LocalTime opensAt, LocalTime closesAt) {
        return EMPTY.recurring("MONTHLY", byday).between(opensAt, closesAt);
    }

    /** Day and night, public holidays included. */
    public static Schedule always() {
        return weekly("MO,TU,WE,TH,FR,SA,SU", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                .onHolidays("as-usual");
    }

    /** At no fixed time, when one has asked before. */
    public static Schedule byAppointmentOnly() {
        return EMPTY.withAppointment();
    }

    /** At no fixed time on the days of the week named, when one has asked before. */
    static Schedule byAppointmentOn(String byday) {
        return EMPTY.recurring("WEEKLY", byday).withAppointment();
    }

    /** Shut on these days, whatever else is said. */
    public static Schedule shut(LocalDate first, LocalDate last) {
        return EMPTY.validBetween(first, last).but(copy -> copy.closed = true);
    }

    /** Told in words alone. */
    public static Schedule inWords(String description) {
        return EMPTY.but(copy -> copy.description = description);
    }

    /** The same, only between these dates. */
    public Schedule validBetween(@Nullable LocalDate first, @Nullable LocalDate last) {
        return but(copy -> {
            copy.validFrom = first;
            copy.validTo = last;
        });
    }

    /** The same, with another habit on public holidays. */
    public Schedule onHolidays(String holidays) {
        return but(copy -> copy.holidays = holidays);
    }

    /** The same, with weeks and days of the year counted so, by that clock. */
    public Schedule counted(Counting counting) {
        return but(copy -> copy.counting = counting);
    }

    /** The same, for those who have an appointment. */
    public Schedule withAppointment() {
        return but(copy -> copy.byAppointment = true);
    }

    /** The same, every so many weeks or months counted from a first day. */
    public Schedule every(int interval, LocalDate dtstart) {
        return but(copy -> {
            copy.interval = interval;
            copy.dtstart = dtstart;
        });
    }

    private Schedule recurring(String freq, String byday) {
        return but(copy -> {
            copy.freq = freq;
            copy.byday = byday;
        });
    }

    private Schedule between(LocalTime opensAt, LocalTime closesAt) {
        return but(copy -> {
            copy.opensAt = opensAt;
            copy.closesAt = closesAt;
        });
    }

    private Schedule but(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.schedule();
    }

    /** A rule that is being changed. */
    private static final class Copy {

        @Nullable
        String freq;

        @Nullable
        Integer interval;

        @Nullable
        String byday;

        @Nullable
        String bymonthday;

        @Nullable
        LocalDate dtstart;

        @Nullable
        LocalDate until;

        @Nullable
        Integer count;

        @Nullable
        LocalDate validFrom;

        @Nullable
        LocalDate validTo;

        @Nullable
        LocalTime opensAt;

        @Nullable
        LocalTime closesAt;

        boolean closed;
        boolean byAppointment;

        @Nullable
        String holidays;

        @Nullable
        String description;

        Counting counting;

        Copy(Schedule of) {
            freq = of.freq;
            interval = of.interval;
            byday = of.byday;
            bymonthday = of.bymonthday;
            dtstart = of.dtstart;
            until = of.until;
            count = of.count;
            validFrom = of.validFrom;
            validTo = of.validTo;
            opensAt = of.opensAt;
            closesAt = of.closesAt;
            closed = of.closed;
            byAppointment = of.byAppointment;
            holidays = of.holidays;
            description = of.description;
            counting = of.counting;
        }

        Schedule schedule() {
            return new Schedule(
                    freq,
                    interval,
                    byday,
                    bymonthday,
                    dtstart,
                    until,
                    count,
                    validFrom,
                    validTo,
                    opensAt,
                    closesAt,
                    closed,
                    byAppointment,
                    holidays,
                    description,
                    counting);
        }
    }
}
