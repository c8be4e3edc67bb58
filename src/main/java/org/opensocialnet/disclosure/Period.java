package org.opensocialnet.disclosure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/** The days a figure counts: from the first to before the last; or one moment, when both are the same. */
public record Period(LocalDate from, LocalDate until) {

    static final Comparator<Period> LONGEST_FIRST = Comparator.<Period>comparingLong(
                    period -> period.from.toEpochDay() - period.until.toEpochDay())
            .thenComparing(Period::from);

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A period does not end before it begins: " + from + "/" + until);
        }
    }

    /** What holds on one day, such as how many wait; it adds up with no other day. */
    public static Period moment(LocalDate day) {
        return new Period(day, day);
    }

    /** Reads what {@link #toString} writes. */
    public static Period of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("A period is two days with a stroke between them: " + text);
        }
        return new Period(LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
    }

    boolean isMoment() {
        return from.equals(until);
    }

    boolean isPartOf(Period whole) {
        return !equals(whole) && !isMoment() && !from.isBefore(whole.from) && !until.isAfter(whole.until);
    }

    boolean touches(Period other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    boolean isMadeOf(Collection<Period> parts) {
        var next = from;
        for (var part :
                parts.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            if (!part.from.equals(next) || part.isMoment()) {
                return false;
            }
            next = part.until;
        }
        return next.equals(until);
    }

    /** ISO 8601: both days with a stroke between them. */
    @Override
    public String toString() {
        return from + "/" + until;
    }
}
