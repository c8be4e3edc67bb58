package org.opensocialnet.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When somebody was born, as exactly as is known: a day ("1985-03-15"), a year ("1985"), or the age somebody seems to have
 * ("30-39 in 2026").
 *
 * @param day known, or none
 * @param from the first year it may have been
 * @param to the last one
 */
public record Born(@Nullable LocalDate day, int from, int to) {

    private static final int OLDEST = 120;
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final Pattern BAND = Pattern.compile("([0-9]{1,3})\\s*[-–]\\s*([0-9]{1,3})(?: in ([0-9]{4}))?");
    private static final Pattern GREEK = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");

    /** Reads what was typed or stored; none where it is no possible birth on that day. */
    public static Optional<Born> read(String text, LocalDate today) {
        var typed = text.strip();
        try {
            return possible(parsed(typed, today), today);
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static @Nullable Born parsed(String typed, LocalDate today) {
        if (YEAR.matcher(typed).matches()) {
            int year = Integer.parseInt(typed);
            return new Born(null, year, year);
        }
        var greek = GREEK.matcher(typed);
        if (greek.matches()) {
            return of(LocalDate.of(number(greek.group(3)), number(greek.group(2)), number(greek.group(1))));
        }
        var band = BAND.matcher(typed);
        if (band.matches()) {
            int seen = band.group(3) == null ? today.getYear() : number(band.group(3));
            return new Born(null, seen - number(band.group(2)) - 1, seen - number(band.group(1)));
        }
        return of(LocalDate.parse(typed));
    }

    private static Born of(LocalDate day) {
        return new Born(day, day.getYear(), day.getYear());
    }

    private static Optional<Born> possible(@Nullable Born born, LocalDate today) {
        return Optional.ofNullable(born)
                .filter(it ->
                        it.from() <= it.to() && it.from() >= today.getYear() - OLDEST - 1 && it.to() <= today.getYear())
                .filter(it -> it.day() == null || !it.day().isAfter(today));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** As it is stored and read again. */
    public String written(LocalDate today) {
        if (day != null) {
            return day.toString();
        }
        return from == to
                ? "" + from
                : "%d-%d in %d".formatted(today.getYear() - to, today.getYear() - from - 1, today.getYear());
    }
}
