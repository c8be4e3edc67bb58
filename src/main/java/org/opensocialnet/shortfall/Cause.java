package org.opensocialnet.shortfall;

import java.time.LocalDate;
import org.opensocialnet.ledger.Reason;

/** Why help falls short, with what shows it. */
public sealed interface Cause {

    /** Nobody offers it. */
    record NoProvider() implements Cause {}

    /** So many were sent away for want of a place; it was full on so many of the days that are known. */
    record Full(double people, int days, int ofDays) implements Cause {}

    /** So many live where none is in reach, or said so. */
    record TooFar(double people) implements Cause {}

    /** So many came and were not helped, for another reason that the ledger knows. */
    record SentAway(Reason why, double people) implements Cause {}

    /** So many of the organisations that were asked have not answered. */
    record NoAnswer(int silent, int asked) implements Cause {}

    /** So many records were not confirmed for long; the oldest since that day. */
    record StaleRecord(int records, LocalDate oldest) implements Cause {}

    /** How much of a shortfall it accounts for; silence accounts for none of it, it only hides how large it is. */
    default double accountsFor(double shortfall) {
        double people = switch (this) {
            case NoProvider _ -> shortfall;
            case Full(double sentAway, int days, int ofDays) ->
                Math.max(sentAway, ofDays > 0 ? shortfall * days / ofDays : 0);
            case TooFar(double far) -> far;
            case SentAway(Reason _, double sentAway) -> sentAway;
            case NoAnswer _, StaleRecord _ -> 0;
        };
        return Math.min(people, shortfall);
    }
}
