package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opensocialnet.matching.Links.Pair;

/**
 * Keeps the pairs that reach the threshold. Names are looked at first, then the fields that say most, and no further once
 * the rest cannot lift a pair to it. Giving up early changes no answer, because being a match is never more probable than
 * against strangers alone. One per thread.
 */
final class Weighing implements Candidates.Visitor {

    /** Less probable pairs do not show in the distribution of scores. */
    private static final double LEAST_COUNTED = 1.0 / 1024;

    private static final int NONE = -1;

    private final Records records;
    private final Weigher weigher;
    private final byte[] rarity;
    private final double threshold;
    private final float needed;
    private final int fields;
    private final List<Pair> found = new ArrayList<>();
    private final long[] odds = new long[Links.BITS];
    private final Batch batch;
    private final float[] bits = new float[Batch.SIZE];
    private final int[] left = new int[Batch.SIZE];
    /** What the first record of each run can still win, and in which run each pair is. */
    private final float[] reach;

    private final int[] runOf = new int[Batch.SIZE];
    private int runs;
    private int run = NONE;
    private int first;
    private long compared;

    Weighing(Records records, Weights weights, byte[] rarity, double threshold) {
        this.records = records;
        this.weigher = new Weigher(weights);
        this.rarity = rarity;
        this.threshold = threshold;
        this.needed = weigher.needed(Math.min(threshold, LEAST_COUNTED));
        this.fields = records.form().size();
        this.batch = new Batch(records);
        this.reach = new float[Batch.SIZE * (fields + 1)];
    }

    @Override
    public void begin(int a) {
        first = a;
        run = NONE;
    }

    @Override
    public void meet(int b) {
        if (run == NONE) {
            run = runs++;
            weigher.reach(rarity, first * fields, reach, run * (fields + 1));
        }
        runOf[batch.size] = run;
        if (batch.add(first, b)) {
            end();
        }
    }

    @Override
    public void end() {
        compared += batch.size;
        weigh();
        batch.size = 0;
        runs = 0;
        run = NONE;
    }

    private void weigh() {
        int[] order = weigher.order();
        int names = weigher.exchangeable();
        int count = batch.size;
        batch.touch();
        for (int place = 0; place < names; place++) {
            batch.compare(order[place], batch.all(), count);
        }
        batch.exchange();
        Arrays.fill(bits, 0);
        for (int place = 0; place < names; place++) {
            add(order[place], batch.all(), count);
        }
        System.arraycopy(batch.all(), 0, left, 0, count);
        for (int place = names; place < fields; place++) {
            count = hopeful(place, count);
            batch.compare(order[place], left, count);
            add(order[place], left, count);
        }
        count = hopeful(fields, count);
        for (int at = 0; at < count; at++) {
            keep(left[at]);
        }
    }

    private void add(int field, int[] which, int count) {
        for (int at = 0; at < count; at++) {
            int pair = which[at];
            int level = Comparison.level(batch.patterns[pair], field);
            bits[pair] += weigher.bits(field, level, rarity, batch.firsts[pair] * fields, batch.seconds[pair] * fields);
        }
    }

    /** Of those left, how many can still reach what is needed; the others are dropped. */
    private int hopeful(int place, int count) {
        int hopeful = 0;
        for (int at = 0; at < count; at++) {
            int pair = left[at];
            float missing = needed - bits[pair] - reach[runOf[pair] * (fields + 1) + place];
            left[hopeful] = pair;
            hopeful += 1 - (Float.floatToRawIntBits(-missing) >>> 31); // its sign, without a branch
        }
        return hopeful;
    }

    private void keep(int pair) {
        int a = batch.firsts[pair];
        int b = batch.seconds[pair];
        double against = weigher.against(batch.patterns[pair], rarity, a * fields, b * fields);
        double probability = 1 / (1 + against);
        int place = -Math.getExponent(against) - 1 - Links.LEAST_BITS; // whole bits for one person
        if (place >= 0) {
            odds[Math.min(place, odds.length - 1)]++;
        }
        if (probability >= threshold) {
            found.add(new Pair(Math.min(a, b), Math.max(a, b), probability));
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
