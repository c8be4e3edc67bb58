package org.opensocialnet.hours;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a rule counts, with the names of HSDS and the meaning of iCalendar (RFC 5545): {@code byweekno} and
 * {@code byyearday} keep it to weeks and days of the year by their numbers, from the end of the year where negative;
 * {@code wkst} is the day weeks begin with; {@code timezone} is how many hours its clock is ahead of UTC.
 */
public record Counting(
        @Nullable String byweekno,
        @Nullable String byyearday,
        @Nullable String wkst,
        @Nullable BigDecimal timezone) {

    /** Weeks from Monday, every one of them, by the clock of the city. */
    public static final Counting USUAL = new Counting(null, null, null, null);

    private static final Pattern NUMBERS = Pattern.compile("\\s*[+-]?\\d{1,3}\\s*(,\\s*[+-]?\\d{1,3}\\s*)*");
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(18);
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);
    private static final int DAYS_OF_A_FIRST_WEEK = 4;

    /** Whether every number can be one of a week or of a day of the year; what cannot is never guessed. */
    public boolean isClear() {
        return isClear(byweekno, 53) && isClear(byyearday, 366);
    }

    /** Whether there is such a clock; hours by one there is not are taken as those of the city. */
    public boolean hasClearClock() {
        return timezone == null || clock() != null;
    }

    /** The weeks of the year a rule is kept to; none where it is not. */
    List<Integer> weeksOfYear() {
        return numbers(byweekno);
    }

    /** The days of the year a rule is kept to; none where it is not. */
    List<Integer> daysOfYear() {
        return numbers(byyearday);
    }

    /** How far its clock is ahead of UTC, or nothing where none is told. */
    @Nullable
    ZoneOffset clock() {
        if (timezone == null || timezone.abs().compareTo(MOST_HOURS) > 0) {
            return null;
        }
        return ZoneOffset.ofTotalSeconds(timezone.multiply(SECONDS_OF_AN_HOUR).intValue());
    }

    /** The number of the week a day lies in since 1970, by the day weeks begin with. */
    long week(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() + 4 - weekBegins().getValue(), 7);
    }

    /** Weeks of the year by the day they begin with; the first is the one with at least four days in the year. */
    WeekFields weeks() {
        return WeekFields.of(weekBegins(), DAYS_OF_A_FIRST_WEEK);
    }

    private DayOfWeek weekBegins() {
        return wkst == null || wkst.isBlank()
                ? DayOfWeek.MONDAY
                : Recurrence.named(wkst.strip().toUpperCase(Locale.ROOT));
    }

    private static boolean isClear(@Nullable String told, int most) {
        return told == null
                || told.isBlank()
                || NUMBERS.matcher(told).matches()
                        && numbers(told).stream().allMatch(number -> number != 0 && Math.abs(number) <= most);
    }

    private static List<Integer> numbers(@Nullable String told) {
        return told == null || told.isBlank()
                ? List.of()
                : Arrays.stream(told.split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .toList();
    }
}
