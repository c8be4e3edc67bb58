package org.opensocialnet.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The opening times of one day as one tells them. Times of a night belong to the evening they begin.
 * {@code holiday} is the key of a public holiday; {@code changed} says that a notice made this day different.
 */
public record Day(
        LocalDate date,
        List<Times> open,
        List<Times> byAppointment,
        @Nullable String holiday,
        boolean changed) {

    /** From one time to another; a closing time not after the opening time is on the day after. */
    public record Times(LocalTime opens, LocalTime closes) {

        public boolean isAllDay() {
            return opens.equals(LocalTime.MIDNIGHT) && closes.equals(LocalTime.MIDNIGHT);
        }

        public boolean endsNextDay() {
            return !closes.isAfter(opens) && !isAllDay();
        }
    }

    public Day {
        open = List.copyOf(open);
        byAppointment = List.copyOf(byAppointment);
    }

    public boolean isClosed() {
        return open.isEmpty() && byAppointment.isEmpty();
    }

    public boolean isAllDay() {
        return open.size() == 1 && open.getFirst().isAllDay();
    }
}
