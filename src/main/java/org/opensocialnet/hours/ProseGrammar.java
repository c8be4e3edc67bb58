package org.opensocialnet.hours;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.opensocialnet.hours.ProseToken.Kind;
import org.opensocialnet.hours.SpokenHours.Stretch;

/** Puts the words of opening hours together: sections of days with their hours, one after another. */
final class ProseGrammar {

    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    private static final int EVERY_DAY = 0b1111111;

    /** Thrown inside, caught inside: the text says something that is not understood with certainty. */
    private static final class Uncertain extends RuntimeException {
        private Uncertain() {
            super(null, null, false, false);
        }
    }

    /** Days of the week, or of the month where {@code nths} names which of them. */
    private record Days(int set, List<Integer> nths) {

        String byday() {
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

    private record Section(Days days, Range hours, boolean byAppointment, boolean anyTime) {}

    private final List<ProseToken> tokens;
    private final boolean twentyFour;
    private final boolean greek;
    private final List<Section> sections = new ArrayList<>();
    private int closedDays;
    private boolean alsoOnHolidays;
    private boolean alsoByAppointment;
    private int at;

    /** {@code greek}: Greeks do not write 5 for 17:00 without μ.μ., so 9-5 is no sure reading in their language. */
    ProseGrammar(List<ProseToken> words, boolean greek) {
        this.greek = greek;
        tokens = words.stream().filter(word -> word.kind() != Kind.SMALL_WORD).toList();
        twentyFour = tokens.stream()
                .anyMatch(word -> word.time() != null && word.time().showsTwentyFour());
    }

    Optional<List<Schedule>> schedules() {
        try {
            readText();
            return sections.isEmpty() && !alsoByAppointment ? Optional.empty() : Optional.of(toSchedules());
        } catch (Uncertain _) {
            return Optional.empty();
        }
    }

    private void readText() {
        while (at < tokens.size()) {
            readSection();
            while (skip(Kind.END) || skip(Kind.COMMA) || !sections.isEmpty() && next(Kind.AND) && skip(Kind.AND)) {}
        }
        if (overlaps()) {
            throw new Uncertain();
        }
    }

    private void readSection() {
        if (skip(Kind.NOT_ON_HOLIDAYS)) {
            return;
        }
        if (skip(Kind.ON_HOLIDAYS)) {
            alsoOnHolidays = true;
        } else if (skip(Kind.CLOSED)) {
            closedDays |= readDays().set;
        } else if (skip(Kind.OR)) {
            require(Kind.BY_APPOINTMENT);
            alsoByAppointment = true;
        } else if (skip(Kind.BY_APPOINTMENT)) {
            readAppointments();
        } else if (skip(Kind.ROUND_THE_CLOCK)) {
            skip(Kind.COMMA);
            add(next(Kind.DAYS) ? readDays() : new Days(EVERY_DAY, List.of()), Range.WHOLE_DAY, false);
        } else {
            readDaysWithHours();
        }
    }

    private void readAppointments() {
        boolean more = skip(Kind.COMMA) | next(Kind.DAYS);
        if (!sections.isEmpty()) {
            throw new Uncertain(); // it may mean some of the hours before it, or none
        }
        if (!more && at == tokens.size()) {
            alsoByAppointment = true;
            return;
        }
        var days = readDays();
        skip(Kind.COMMA);
        readHours(days, true);
    }

    private void readDaysWithHours() {
        var days = readDays();
        skip(Kind.COMMA);
        if (skip(Kind.CLOSED)) {
            closedDays |= days.set;
        } else if (skip(Kind.ROUND_THE_CLOCK)) {
            add(days, Range.WHOLE_DAY, false);
        } else if (skip(Kind.BY_APPOINTMENT)) {
            sections.add(new Section(days, Range.WHOLE_DAY, true, true));
        } else {
            readHours(days, false);
        }
    }

    private void readHours(Days days, boolean byAppointment) {
        var stretches = new ArrayList<Stretch>();
        do {
            var opens = readTime();
            require(Kind.TO);
            stretches.add(new Stretch(opens, readTime()));
        } while (continues(Kind.TIME));
        boolean unsaidInGreek = greek && !twentyFour && stretches.stream().allMatch(Stretch::isUnsaid);
        if (unsaidInGreek && !stretches.stream().allMatch(Stretch::isPlainlyMorning)) {
            throw new Uncertain();
        }
        var hours = SpokenHours.of(stretches, twentyFour || unsaidInGreek).orElseThrow(Uncertain::new);
        boolean appointment = byAppointment || saysByAppointment();
        hours.forEach(range -> add(days, range, appointment));
    }

    /** "9-5 by appointment" are hours for appointments; "9-5 and by appointment" are open hours and others beside. */
    private boolean saysByAppointment() {
        int before = at;
        boolean joined = skip(Kind.COMMA);
        boolean besides = skip(Kind.AND);
        if (skip(Kind.BY_APPOINTMENT)) {
            alsoByAppointment |= besides;
            return !besides;
        }
        at = joined || besides ? before : at;
        return false;
    }

    private void add(Days days, Range hours, boolean byAppointment) {
        sections.add(new Section(days, hours, byAppointment, false));
    }

    private Days readDays() {
        var nths = new ArrayList<Integer>();
        while (next(Kind.NTH)) {
            nths.add(tokens.get(at++).number());
            continues(Kind.NTH);
        }
        int set = 0;
        do {
            int first = readDay();
            set |= skip(Kind.TO) ? range(first, readDay()) : first;
        } while (continues(Kind.DAYS) || next(Kind.DAYS));
        if (skip(Kind.OF_THE_MONTH) == nths.isEmpty()) {
            throw new Uncertain();
        }
        return new Days(set, nths);
    }

    private int readDay() {
        if (!next(Kind.DAYS)) {
            throw new Uncertain();
        }
        return tokens.get(at++).number();
    }

    private static int range(int first, int last) {
        if (Integer.bitCount(first) != 1 || Integer.bitCount(last) != 1) {
            throw new Uncertain();
        }
        int set = first;
        for (int day = first; day != last; ) {
            day = day == 1 << 6 ? 1 : day << 1;
            set |= day;
        }
        return set;
    }

    private SpokenTime readTime() {
        var time = at < tokens.size() ? tokens.get(at++).time() : null;
        if (time == null) {
            throw new Uncertain();
        }
        return time;
    }

    /** A comma or "and" belongs to what goes on, if a word of this kind follows it. */
    private boolean continues(Kind kind) {
        int after = at;
        while (after < tokens.size() && isJoint(tokens.get(after).kind())) {
            after++;
        }
        boolean goesOn =
                after > at && after < tokens.size() && tokens.get(after).kind() == kind;
        if (goesOn) {
            at = after;
        }
        return goesOn;
    }

    private static boolean isJoint(Kind kind) {
        return kind == Kind.COMMA || kind == Kind.AND;
    }

    private boolean next(Kind kind) {
        return at < tokens.size() && tokens.get(at).kind() == kind;
    }

    private boolean skip(Kind kind) {
        boolean found = next(kind);
        at += found ? 1 : 0;
        return found;
    }

    private void require(Kind kind) {
        if (!skip(kind)) {
            throw new Uncertain();
        }
    }

    /** Hours told twice for a day contradict each other; so do hours on a day that is closed. */
    private boolean overlaps() {
        for (int one = 0; one < sections.size(); one++) {
            var section = sections.get(one);
            if ((section.days.set & closedDays) != 0) {
                return true;
            }
            for (var other : sections.subList(one + 1, sections.size())) {
                boolean sameDay = (section.days.set & other.days.set) != 0;
                boolean sameTime =
                        section.hours.start() < other.hours.end() && other.hours.start() < section.hours.end();
                if (sameDay && sameTime) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Schedule> toSchedules() {
        var schedules = new ArrayList<Schedule>();
        for (var section : sections) {
            schedules.add(toSchedule(section));
        }
        if (alsoByAppointment) {
            schedules.add(Schedule.byAppointmentOnly());
        }
        return schedules;
    }

    private Schedule toSchedule(Section section) {
        if (section.anyTime) {
            return Schedule.byAppointmentOn(section.days.byday());
        }
        boolean always = section.days.set == EVERY_DAY && section.hours.equals(Range.WHOLE_DAY);
        var opens = LocalTime.ofSecondOfDay(section.hours.start());
        var closes = LocalTime.ofSecondOfDay(section.hours.end() % Range.DAY);
        var schedule = section.days.nths.isEmpty()
                ? Schedule.weekly(section.days.byday(), opens, closes)
                : Schedule.monthly(section.days.byday(), opens, closes);
        var onHolidays = always || alsoOnHolidays ? schedule.onHolidays("as-usual") : schedule;
        return section.byAppointment ? onHolidays.withAppointment() : onHolidays;
    }
}
