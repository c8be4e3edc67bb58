package org.opensocialnet.hours;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensocialnet.hours.ProseHours.Days;
import org.opensocialnet.hours.ProseToken.Kind;
import org.opensocialnet.hours.SpokenHours.Stretch;

/** Puts the words of opening hours together: sections of days with their hours, one after another. */
final class ProseGrammar {

    /** Thrown inside, caught inside: the text says something that is not understood with certainty. */
    private static final class Uncertain extends RuntimeException {
        private Uncertain() {
            super(null, null, false, false);
        }
    }

    private final List<ProseToken> tokens;
    private final boolean twentyFour;
    private final boolean greek;
    private final ProseHours told = new ProseHours();
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
            return told.isEmpty() || told.contradictsItself() ? Optional.empty() : Optional.of(told.schedules());
        } catch (Uncertain _) {
            return Optional.empty();
        }
    }

    private void readText() {
        while (at < tokens.size()) {
            readSection();
            while (skip(Kind.END) || skip(Kind.COMMA) || told.hasHours() && skip(Kind.AND)) {}
        }
    }

    private void readSection() {
        if (skip(Kind.NOT_ON_HOLIDAYS)) {
            return;
        }
        if (skip(Kind.ON_HOLIDAYS)) {
            told.alsoOnHolidays();
        } else if (skip(Kind.CLOSED)) {
            told.closed(readDays());
        } else if (skip(Kind.OR)) {
            require(Kind.BY_APPOINTMENT);
            told.alsoByAppointment();
        } else if (skip(Kind.BY_APPOINTMENT)) {
            readAppointments();
        } else if (skip(Kind.ROUND_THE_CLOCK)) {
            skip(Kind.COMMA);
            told.hours(next(Kind.DAYS) ? readDays() : Days.EVERY_DAY, Range.WHOLE_DAY, false);
        } else {
            readDaysWithHours();
        }
    }

    private void readAppointments() {
        boolean more = skip(Kind.COMMA) | next(Kind.DAYS);
        if (told.hasHours()) {
            throw new Uncertain(); // it may mean some of the hours before it, or none
        }
        if (!more && at == tokens.size()) {
            told.alsoByAppointment();
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
            told.closed(days);
        } else if (skip(Kind.ROUND_THE_CLOCK)) {
            told.hours(days, Range.WHOLE_DAY, false);
        } else if (skip(Kind.BY_APPOINTMENT)) {
            told.byAppointment(days);
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
        hours.forEach(range -> told.hours(days, range, appointment));
    }

    /** "9-5 by appointment" are hours for appointments; "9-5 and by appointment" are open hours and others beside. */
    private boolean saysByAppointment() {
        int before = at;
        boolean joined = skip(Kind.COMMA);
        boolean besides = skip(Kind.AND);
        if (skip(Kind.BY_APPOINTMENT)) {
            if (besides) {
                told.alsoByAppointment();
            }
            return !besides;
        }
        at = joined || besides ? before : at;
        return false;
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
}
