package org.opensocialnet.demo;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A part of every year, from one day to another. */
record Season(MonthDay from, MonthDay to) {

    static final Season SUMMER = of("07-01..08-31");
    static final Season WINTER = of("09-01..06-30");
    static final Season TERM = of("09-11..06-15");

    /** Reads "07-01..08-31". */
    static Season of(String text) {
        var ends = text.split("\\.\\.");
        return new Season(MonthDay.parse("--" + ends[0]), MonthDay.parse("--" + ends[1]));
    }

    /** The times of the season that matter around a day: one that runs or comes, and the one after. */
    Stream<Time> around(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 2)
                .mapToObj(this::in)
                .filter(time -> !time.last().isBefore(day.minusDays(30)))
                .limit(2);
    }

    private Time in(int year) {
        return new Time(from.atYear(year), to.atYear(to.isBefore(from) ? year + 1 : year));
    }

    /** The season of one year. */
    record Time(LocalDate first, LocalDate last) {}
}
