package org.opensocialnet.shortfall;

import java.util.Comparator;
import java.util.List;

/** A reason and how many it accounts for. Several reasons may hold for the same people: they are not added up. */
public record Ranked(Cause reason, double people) {

    /** The weightiest first; what only hides the shortfall comes last. */
    public static List<Ranked> of(List<Cause> reasons, Figure shortfall) {
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
            case Cause.NoAnswer(int silent, int _) -> silent > 0;
            case Cause.StaleRecord(int records, var _) -> records > 0;
            default -> false;
        };
    }

    /** Of two that weigh alike, what is easier to be sure of comes first. */
    private static int order(Cause reason) {
        return switch (reason) {
            case Cause.NoProvider _ -> 0;
            case Cause.Full _ -> 1;
            case Cause.TooFar _ -> 2;
            case Cause.SentAway(org.opensocialnet.ledger.Reason why, double _) -> 3 + why.ordinal();
            case Cause.NoAnswer _ -> 20;
            case Cause.StaleRecord _ -> 21;
        };
    }
}
