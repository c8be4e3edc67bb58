package org.opensocialnet.matching;

import static org.opensocialnet.matching.Shape.LEVELS;
import static org.opensocialnet.matching.Shape.L_SAME;
import static org.opensocialnet.matching.Shape.L_SOUND;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Weighs pairs by learnt weights as fast as memory allows: names first, then the fields that say most, and no further
 * once the rest cannot lift the pair to the threshold. Giving up early changes no answer, because being a match is never
 * more probable than against strangers alone. One per thread.
 */
final class Weigher {

    /** What a hopeless pair weighs. */
    static final float HOPELESS = Float.NEGATIVE_INFINITY;

    private final Comparison comparison;
    private final Weights weights;
    private final int fields;
    private final int[] order;
    private final float[][] gain;
    private final double[][] sharedGain;
    private final float[] best;
    private final float[] average;
    private final float[] reach;
    private final int[] masks;
    private final double[] priors;
    private final boolean mixUps;
    private final int firstChecked;

    Weigher(Weights weights) {
        this.weights = weights;
        var form = weights.form();
        this.fields = form.size();
        this.comparison = new Comparison(form);
        this.gain = new float[fields][LEVELS];
        this.sharedGain = new double[fields][LEVELS];
        this.best = new float[fields];
        this.average = new float[fields];
        for (int field = 0; field < fields; field++) {
            for (int level = 1; level < LEVELS; level++) {
                double chance = weights.chance()[field][level];
                gain[field][level] = (float) Weights.log2(weights.same()[field][level] / chance);
                sharedGain[field][level] = Weights.log2(weights.shared()[field][level] / chance);
                boolean byRarity = level == L_SAME || level == L_SOUND;
                boolean possible = form.kind(field).shape().knows(level);
                best[field] = byRarity || !possible ? best[field] : Math.max(best[field], gain[field][level]);
            }
            average[field] = (float) Weights.log2(weights.chance()[field][L_SAME] + weights.chance()[field][L_SOUND]);
        }
        this.mixUps = !form.mixUps().isEmpty();
        this.firstChecked =
                (int) IntStream.range(0, fields).filter(this::isMixed).count();
        this.order = IntStream.range(0, fields)
                .boxed()
                .sorted((a, b) -> isMixed(a) != isMixed(b)
                        ? Boolean.compare(isMixed(b), isMixed(a))
                        : Float.compare(spread(b), spread(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        this.reach = new float[fields + 1];
        this.masks =
                weights.relations().stream().mapToInt(r -> r.agreesOn(form)).toArray();
        this.priors = IntStream.range(0, masks.length)
                .mapToDouble(r -> Weights.log2(weights.share(r)))
                .toArray();
    }

    private boolean isMixed(int field) {
        return weights.form().mixUps().stream().anyMatch(pair -> pair[0] == field || pair[1] == field);
    }

    private float spread(int field) {
        return gain[field][L_SAME] - gain[field][Shape.L_DIFFERENT];
    }

    /** The bits of all evidence together with which a pair reaches a probability, strangers being the alternative. */
    float needed(double probability) {
        return (float) (Weights.log2(probability / (1 - probability)) + priors[masks.length - 1] - priors[0] - 0.01);
    }

    /**
     * How much a record can still win after each field: its rare values may agree.
     *
     * @param rarity by {@link #rarityByte}, one for each field
     */
    void begin(byte[] rarity, int from) {
        reach[fields] = 0;
        for (int place = fields - 1; place >= 0; place--) {
            int field = order[place];
            float rare = average[field] + (rarity[from + field] & 0xFF) / 8f;
            float agrees = Math.max(gain[field][L_SAME], gain[field][L_SOUND]) + rare;
            reach[place] = reach[place + 1] + Math.max(Math.max(best[field], agrees), 0);
        }
    }

    /** The bits for one person against strangers, or {@link #HOPELESS}; sets the pattern where it is not. */
    float weigh(long[] a, int at, long[] b, int bt, byte[] rarity, int ra, int rb, float needed) {
        long pattern = 0;
        int place = 0;
        for (; place < firstChecked; place++) {
            int field = order[place];
            pattern |= (long) comparison.level(field, a, at, b, bt) << 3 * field;
        }
        if (mixUps) {
            pattern = comparison.exchanged(pattern, a, at, b, bt);
        }
        float bits = 0;
        for (int done = 0; done < firstChecked; done++) {
            bits += bits(order[done], Comparison.level(pattern, order[done]), rarity, ra, rb);
        }
        for (; place < fields; place++) {
            if (bits + reach[place] < needed) {
                return HOPELESS;
            }
            int field = order[place];
            int level = comparison.level(field, a, at, b, bt);
            pattern |= (long) level << 3 * field;
            bits += bits(field, level, rarity, ra, rb);
        }
        if (bits < needed) {
            return HOPELESS;
        }
        last = pattern;
        return bits;
    }

    private long last;

    /** The pattern of the pair weighed last. */
    long lastPattern() {
        return last;
    }

    private float bits(int field, int level, byte[] rarity, int ra, int rb) {
        float bits = gain[field][level];
        return level == L_SAME || level == L_SOUND
                ? bits + average[field] + Math.min(rarity[ra + field] & 0xFF, rarity[rb + field] & 0xFF) / 8f
                : bits;
    }

    /** How probable it is that a pair is one person, all relations considered. */
    double probability(long pattern, byte[] rarity, int ra, int rb) {
        double[] sums = priors.clone();
        for (int field = 0; field < fields; field++) {
            int level = Comparison.level(pattern, field);
            if (level == 0) {
                continue;
            }
            double bySame = bits(field, level, rarity, ra, rb);
            double byShared = bySame - gain[field][level] + sharedGain[field][level];
            for (int r = 0; r < masks.length; r++) {
                sums[r] += (masks[r] >> field & 1) == 0 ? 0 : r == 0 ? bySame : byShared;
            }
        }
        double most = Arrays.stream(sums).max().orElseThrow();
        double all = 0;
        for (var sum : sums) {
            all += Math.exp((sum - most) * Math.log(2));
        }
        return Math.exp((sums[0] - most) * Math.log(2)) / all;
    }

    /** What each field says for one person, in bits. */
    double[] evidence(long pattern, byte[] rarity, int ra, int rb) {
        var bits = new double[fields];
        for (int field = 0; field < fields; field++) {
            int level = Comparison.level(pattern, field);
            bits[field] = level == 0 ? 0 : bits(field, level, rarity, ra, rb);
        }
        return bits;
    }

    long pattern(long[] a, int at, long[] b, int bt) {
        return comparison.pattern(a, at, b, bt);
    }

    /** The rarity of the values of one record, in eighths of a bit. */
    static void rarityOf(Weights weights, long[] record, int at, byte[] into, int from) {
        var form = weights.form();
        for (int field = 0; field < form.size(); field++) {
            long token = Frequencies.token(form, field, record, at);
            double average = Weights.log2(weights.chance()[field][L_SAME] + weights.chance()[field][L_SOUND]);
            double rare = token == 0 ? 0 : weights.rarity(field, token) - average;
            into[from + field] = (byte) Math.clamp(Math.round(rare * 8), 0, 255);
        }
    }
}
