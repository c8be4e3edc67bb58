package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.matching.Links.Pair;

/** Keeps the pairs that reach the threshold. */
final class Weighing implements Candidates.Visitor {

    /** Less probable pairs do not show in the distribution of scores. */
    private static final double LEAST_COUNTED = 1.0 / 1024;

    private final Records records;
    private final Weigher weigher;
    private final byte[] rarity;
    private final double threshold;
    private final float needed;
    private final int fields;
    private final List<Pair> found = new ArrayList<>();
    private final long[] odds = new long[Links.BITS];
    private long compared;
    private int first;
    private long[] chunk = new long[0];
    private int at;

    Weighing(Records records, Weights weights, byte[] rarity, double threshold) {
        this.records = records;
        this.weigher = new Weigher(weights);
        this.rarity = rarity;
        this.threshold = threshold;
        this.needed = weigher.needed(Math.min(threshold, LEAST_COUNTED));
        this.fields = records.form().size();
    }

    @Override
    public void begin(int a) {
        first = a;
        chunk = records.chunk(a);
        at = records.at(a);
        weigher.begin(rarity, a * fields);
    }

    @Override
    public void meet(int b) {
        compared++;
        float bits =
                weigher.weigh(chunk, at, records.chunk(b), records.at(b), rarity, first * fields, b * fields, needed);
        if (bits != Weigher.HOPELESS) {
            double probability = weigher.probability(weigher.lastPattern(), rarity, first * fields, b * fields);
            double bit = Weights.log2(Math.max(probability, 1e-300) / Math.max(1 - probability, 1e-300));
            int place = (int) Math.floor(Math.min(bit, Links.BITS) - Links.LEAST_BITS);
            if (place >= 0) {
                odds[Math.min(place, odds.length - 1)]++;
            }
            if (probability >= threshold) {
                found.add(new Pair(Math.min(first, b), Math.max(first, b), probability));
            }
        }
    }

    List<Pair> found() {
        return found;
    }

    long compared() {
        return compared;
    }

    long[] odds() {
        return odds;
    }

    double probability(int a, int b) {
        long pattern = weigher.pattern(records.chunk(a), records.at(a), records.chunk(b), records.at(b));
        return weigher.probability(pattern, rarity, a * fields, b * fields);
    }
}
