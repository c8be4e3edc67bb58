package org.opensocialnet.hours;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What a text has told of opening hours so far, to become schedules if it does not contradict itself. */
final class ProseHours {

    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

    /** Days of the week, or of the month where {@code nths} names which of them; {@code set} has a bit for each. */
    record Days(int set, List<Integer> nths) {

        static final Days EVERY_DAY = new Days(0b1111111, List.of());

        private String byday() {
            var byday = new StringJoiner(",");
            for (int day = 0; day < DAYS.length; day++) {
                if ((set & 1 << day) != 0) {
                    var name = DAYS[day];
                    if (nths.isEmpty()) {
                        byday.add(name);
                    }
                    nths.forEach(nth -> byday.add(nth + name));
                }
            }
            return byday.toString();
        }
    }

    private record Section(Days days, Range hours, boolean byAppointment, boolean atAnyTime) {

        private boolean overlaps(Section other) {
            return (days.set & other.days.set) != 0
                    && hours.start() < other.hours.end()
                    && other.hours.start() < hours.end();
        }
    }

    private final List<Section> sections = new ArrayList<>();
    private int closedDays;
    private boolean alsoOnHolidays;
    private boolean alsoByAppointment;

    void hours(Days days, Range hours, boolean byAppointment) {
        sections.add(new Section(days, hours, byAppointment, false));
    }

    void byAppointment(Days days) {
        sections.add(new Section(days, Range.WHOLE_DAY, true, true));
    }

    void closed(Days days) {
        closedDays |= days.set;
    }

    void alsoOnHolidays() {
        alsoOnHolidays = true;
    }

    void alsoByAppointment() {
        alsoByAppointment = true;
    }

    boolean hasHours() {
        return !sections.isEmpty();
    }

    boolean isEmpty() {
        return sections.isEmpty() && !alsoByAppointment;
    }

    /** Hours told twice for a day, or hours on a day that is closed. */
    boolean contradictsItself() {
        for (int one = 0; one < sections.size(); one++) {
            var section = sections.get(one);
            if ((section.days.set & closedDays) != 0
                    || sections.subList(one + 1, sections.size()).stream().anyMatch(section::overlaps)) {
                return true;
            }
        }
        return false;
    }

    List<Schedule> schedules() {
        var schedules = new ArrayList<Schedule>();
        sections.forEach(section -> schedules.add(schedule(section)));
        if (alsoByAppointment) {
            schedules.add(Schedule.byAppointmentOnly());
        }
        return schedules;
    }

    private Schedule schedule(Section section) {
        var byday = section.days.byday();
        if (section.atAnyTime) {
            return Schedule.byAppointmentOn(byday);
        }
        boolean always = section.days.equals(Days.EVERY_DAY) && section.hours.equals(Range.WHOLE_DAY);
        var opens = LocalTime.ofSecondOfDay(section.hours.start());
        var closes = LocalTime.ofSecondOfDay(section.hours.end() % Range.DAY);
        var schedule = section.days.nths.isEmpty()
                ? Schedule.weekly(byday, opens, closes)
                : Schedule.monthly(byday, opens, closes);
        var withHolidays = always || alsoOnHolidays ? schedule.onHolidays("as-usual") : schedule;
        return section.byAppointment ? withHolidays.withAppointment() : withHolidays;
    }
}
