package org.opensocialnet.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.opensocialnet.disclosure.Period;
import org.opensocialnet.evidence.Passing.Earlier;
import org.opensocialnet.evidence.Tellings.Which;
import org.springframework.stereotype.Component;

/**
 * Finds what else was told of days that are about to be told, so that nobody subtracts one from the other: yesterday's thirty
 * days from today's, a week from its month. The stretches of days that all of them are made of are brought along untold: then
 * the gate knows what each has alone and what it shares.
 */
@Component
class Ties {

    /** More than a month of days that were told each day, with their weeks: what is farther away is tied to these. */
    private static final int MOST = 40;

    private final Tellings tellings;
    private final Gathering gathering;

    Ties(Tellings tellings, Gathering gathering) {
        this.tellings = tellings;
        this.gathering = gathering;
    }

    /** The nearest of other days and lengths, and all that everybody was told. */
    List<Earlier> of(LocalDate from, LocalDate day) {
        var asked = period(from, day);
        var ties = new ArrayList<Earlier>();
        var known = new HashSet<Period>();
        known.add(asked);
        for (var other : tellings.touching(from, day, MOST)) {
            var told = tellings.told(other);
            ties.add(new Earlier(period(other), told, told.raw()));
            known.add(period(other));
        }
        var stretches = stretches(known);
        var counts = gathering.count(stretches);
        for (int i = 0; i < stretches.size(); i++) {
            ties.addFirst(new Earlier(stretches.get(i), null, counts.get(i)));
        }
        return ties;
    }

    static Period period(LocalDate from, LocalDate day) {
        return new Period(from, day.plusDays(1));
    }

    private static Period period(Which which) {
        return period(which.day().minusDays(which.days() - 1L), which.day());
    }

    /** The stretches of days that all these periods are made of, but those that are periods themselves. */
    static List<Period> stretches(Collection<Period> periods) {
        var borders = new TreeSet<LocalDate>();
        periods.forEach(period -> {
            borders.add(period.from());
            borders.add(period.until());
        });
        var stretches = new ArrayList<Period>();
        LocalDate before = null;
        for (var border : borders) {
            if (before != null) {
                var stretch = new Period(before, border);
                if (!periods.contains(stretch) && periods.stream().anyMatch(period -> covers(period, stretch))) {
                    stretches.add(stretch);
                }
            }
            before = border;
        }
        return stretches;
    }

    private static boolean covers(Period period, Period stretch) {
        return !stretch.from().isBefore(period.from()) && !stretch.until().isAfter(period.until());
    }
}
