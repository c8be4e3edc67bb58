package org.opensocialnet.chronicle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.hours.GreekHolidays;

/** On which days a door of the city is open, year after year. */
record Rota(List<Turn> turns) {

    private static final Pattern DAY = Pattern.compile("(-?\\d)?(MO|TU|WE|TH|FR|SA|SU)");
    private static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final GreekHolidays HOLIDAYS = new GreekHolidays();
    private static final int MOST_DAYS = 7;

    Rota {
        turns = List.copyOf(turns);
    }

    /**
     * One rule of it.
     *
     * @param days as iCalendar has them: MO,TU or 1TU; empty for all working days
     * @param from the part of the year it holds in; none for all of it
     * @param closed whether it shuts the door
     * @param holidays whether it holds on holidays too
     */
    record Turn(
            String days, @Nullable MonthDay from, @Nullable MonthDay to, boolean closed, boolean holidays) {

        boolean holds(LocalDate day) {
            return inSeason(MonthDay.from(day)) && (closed || isOn(day)) && (holidays || closed || !isHoliday(day));
        }

        private boolean inSeason(MonthDay day) {
            if (from == null || to == null) {
                return true;
            }
            return from.isAfter(to) ? !day.isBefore(from) || !day.isAfter(to) : !day.isBefore(from) && !day.isAfter(to);
        }

        private boolean isOn(LocalDate day) {
            if (days.isEmpty()) {
                return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
            }
            var named = DAY.matcher(days);
            while (named.find()) {
                boolean weekday = WEEK.get(day.getDayOfWeek().getValue() - 1).equals(named.group(2));
                if (weekday && (named.group(1) == null || isNumber(Integer.parseInt(named.group(1)), day))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isNumber(int number, LocalDate day) {
            return number > 0
                    ? (day.getDayOfMonth() - 1) / MOST_DAYS + 1 == number
                    : (day.lengthOfMonth() - day.getDayOfMonth()) / MOST_DAYS + 1 == -number;
        }
    }

    static boolean isHoliday(LocalDate day) {
        return HOLIDAYS.on(day) != null;
    }

    boolean isOpen(LocalDate day) {
        boolean open = turns.isEmpty() && new Turn("", null, null, false, false).holds(day);
        for (var turn : turns) {
            if (turn.holds(day)) {
                if (turn.closed()) {
                    return false;
                }
                open = true;
            }
        }
        return open;
    }

    /** Whether it opens at least about once a week at this time of the year. */
    boolean isRegular(LocalDate day) {
        for (int i = -4; i <= 4; i++) {
            if (isOpen(day.plusDays(i))) {
                return true;
            }
        }
        return false;
    }

    /** On how many days of thirty it is open about that time. */
    int openDays(LocalDate day) {
        int open = 0;
        for (int i = -15; i < 15; i++) {
            open += isOpen(day.plusDays(i)) ? 1 : 0;
        }
        return open;
    }
}
