package org.opensocialnet.chronicle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.opensocialnet.hours.GreekHolidays;

/** How many more or fewer come on a day than on others: the week, the months, Easter, and a little more every year. */
final class Seasons {

    private static final double[] WEEK = {1.15, 1.05, 1.0, 1.0, 0.95, 0.85, 0.8};
    private static final double[] YEAR = {1.1, 1.05, 1.0, 1.0, 1.0, 0.95, 0.85, 0.55, 0.95, 1.05, 1.1, 1.2};
    private static final double A_YEAR_MORE = 0.08;
    private static final double HOLY_WEEK = 0.7;
    private static final double DAYS = 365.25;

    private Seasons() {}

    static double of(LocalDate day, LocalDate anchor) {
        double years = ChronoUnit.DAYS.between(anchor, day) / DAYS;
        return WEEK[day.getDayOfWeek().getValue() - 1]
                * YEAR[day.getMonthValue() - 1]
                * (isAboutEaster(day) ? HOLY_WEEK : 1)
                * (1 + A_YEAR_MORE * years);
    }

    private static boolean isAboutEaster(LocalDate day) {
        var easter = GreekHolidays.easter(day.getYear());
        return day.isAfter(easter.minusDays(6)) && day.isBefore(easter.plusDays(2));
    }
}
