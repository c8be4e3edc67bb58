package org.opensocialnet.coverage;

import java.time.LocalDate;

/** Why help falls short, with what shows it. */
sealed interface Reason {

    /** Nobody offers it. */
    record NoProvider() implements Reason {}

    /** So many were sent away for want of a place; it was full on so many of the days that are known. */
    record Full(double people, int days, int ofDays) implements Reason {}

    /** So many live where none is in reach, or said so. */
    record TooFar(double people) implements Reason {}

    /** So many came and were not helped, for another reason that was written down. */
    record SentAway(Why why, double people) implements Reason {}

    /** So many of the organisations that were asked have not answered. */
    record NoAnswer(int silent, int asked) implements Reason {}

    /** So many records were not confirmed for long; the oldest since that day. */
    record StaleRecord(int records, LocalDate oldest) implements Reason {}

    /** What was written down when somebody was not helped. */
    enum Why {
        CLOSED,
        NOT_ELIGIBLE,
        LANGUAGE,
        COST,
        PAPERS,
        OTHER
    }

    /** How much of a shortfall it accounts for; silence accounts for none of it, it only hides how large it is. */
    default double accountsFor(double shortfall) {
        double people = switch (this) {
            case NoProvider _ -> shortfall;
            case Full(double sentAway, int days, int ofDays) ->
                Math.max(sentAway, ofDays > 0 ? shortfall * days / ofDays : 0);
            case TooFar(double far) -> far;
            case SentAway(Why _, double sentAway) -> sentAway;
            case NoAnswer _, StaleRecord _ -> 0;
        };
        return Math.min(people, shortfall);
    }
}
