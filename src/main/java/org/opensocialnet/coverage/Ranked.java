package org.opensocialnet.coverage;

import java.util.Comparator;
import java.util.List;

/** A reason and how many it accounts for. Several reasons may hold for the same people: they are not added up. */
record Ranked(Reason reason, double people) {

    /** The weightiest first; what only hides the shortfall comes last. */
    static List<Ranked> of(List<Reason> reasons, Figure shortfall) {
        return reasons.stream()
                .map(reason -> new Ranked(reason, reason.accountsFor(shortfall.amount())))
                .filter(ranked -> ranked.people() > 0 || ranked.hidesMore())
                .sorted(Comparator.comparingDouble(Ranked::people)
                        .reversed()
                        .thenComparingInt(ranked -> order(ranked.reason())))
                .toList();
    }

    private boolean hidesMore() {
        return switch (reason) {
            case Reason.NoAnswer(int silent, int _) -> silent > 0;
            case Reason.StaleRecord(int records, var _) -> records > 0;
            default -> false;
        };
    }

    /** Of two that weigh alike, what is easier to be sure of comes first. */
    private static int order(Reason reason) {
        return switch (reason) {
            case Reason.NoProvider _ -> 0;
            case Reason.Full _ -> 1;
            case Reason.TooFar _ -> 2;
            case Reason.SentAway(Reason.Why why, double _) -> 3 + why.ordinal();
            case Reason.NoAnswer _ -> 20;
            case Reason.StaleRecord _ -> 21;
        };
    }
}
