package org.opensocialnet.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of Greece, by key. The first of May moves, by a minister's decision of the year, when it falls on
 * a Sunday or in Holy Week; the days follow what was decided for 2013 to 2024: the Monday after, or the Tuesday after
 * Easter.
 */
public final class GreekHolidays implements Holidays {

    private static final Map<MonthDay, String> FIXED = Map.of(
            MonthDay.of(Month.JANUARY, 1), "new-year",
            MonthDay.of(Month.JANUARY, 6), "epiphany",
            MonthDay.of(Month.MARCH, 25), "independence-day",
            MonthDay.of(Month.AUGUST, 15), "dormition",
            MonthDay.of(Month.OCTOBER, 28), "ohi-day",
            MonthDay.of(Month.DECEMBER, 25), "christmas",
            MonthDay.of(Month.DECEMBER, 26), "second-christmas-day");

    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    @Override
    public @Nullable String on(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), GreekHolidays::of).get(day);
    }

    /** The Sunday of Orthodox Easter, by the algorithm of Meeus for the Julian calendar. */
    public static LocalDate easter(int year) {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        int sum = d + e + 114;
        int daysBehind = year / 100 - year / 400 - 2;
        return LocalDate.of(year, sum / 31, sum % 31 + 1).plusDays(daysBehind);
    }

    private static Map<LocalDate, String> of(int year) {
        var easter = easter(year);
        var days = new HashMap<LocalDate, String>();
        days.put(labourDay(year, easter), "labour-day");
        days.put(easter.minusDays(48), "clean-monday");
        days.put(easter.minusDays(2), "good-friday");
        days.put(easter, "easter-sunday");
        days.put(easter.plusDays(1), "easter-monday");
        days.put(easter.plusDays(50), "holy-spirit-monday");
        FIXED.forEach((day, key) -> days.put(day.atYear(year), key));
        return days;
    }

    private static LocalDate labourDay(int year, LocalDate easter) {
        var first = LocalDate.of(year, Month.MAY, 1);
        if (first.isAfter(easter.minusDays(7)) && !first.isAfter(easter.plusDays(1))) {
            return easter.plusDays(2);
        }
        return first.getDayOfWeek() == DayOfWeek.SUNDAY ? first.plusDays(1) : first;
    }
}
