package org.opensocialnet.matching;

import java.util.ArrayList;

/** Weighs single pairs, as when somebody looks for a person or decides about a proposal. May be used by many threads. */
public final class Scorer {

    private final Weights weights;
    private final Weigher weigher;

    public Scorer(Weights weights) {
        this.weights = weights;
        this.weigher = new Weigher(weights);
    }

    /** The same whichever of the two comes first. */
    public Score score(Encoded one, Encoded other) {
        int fields = weights.form().size();
        var rarity = new byte[2 * fields];
        Weigher.rarityOf(weights, one.longs(), 0, rarity, 0);
        Weigher.rarityOf(weights, other.longs(), 0, rarity, fields);
        long pattern = weigher.pattern(one.longs(), 0, other.longs(), 0);
        var bits = weigher.evidence(pattern, rarity, 0, fields);
        var evidence = new ArrayList<Score.Evidence>();
        double sum = 0;
        for (int field = 0; field < fields; field++) {
            int level = Comparison.level(pattern, field);
            var agreement = isExchanged(pattern, field)
                    ? Agreement.SWAPPED
                    : weights.form().kind(field).shape().agreement(level);
            evidence.add(new Score.Evidence(weights.form().fields().get(field), agreement, bits[field]));
            sum += bits[field];
        }
        return new Score(weigher.probability(pattern, rarity, 0, fields), sum, evidence);
    }

    /** The second of two exchanged fields counts as agreeing, but it is read as what it is. */
    private boolean isExchanged(long pattern, int field) {
        return Comparison.level(pattern, field) != Shape.L_MISSING
                && weights.form().mixUps().stream()
                        .anyMatch(pair -> pair[1] == field && Comparison.level(pattern, pair[0]) == Shape.L_SWAPPED);
    }
}
