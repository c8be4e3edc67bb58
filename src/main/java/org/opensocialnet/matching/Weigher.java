package org.opensocialnet.matching;

import static org.opensocialnet.matching.Shape.LEVELS;
import static org.opensocialnet.matching.Shape.L_SAME;
import static org.opensocialnet.matching.Shape.L_SOUND;

import java.util.stream.IntStream;

/**
 * What levels of agreement weigh by learnt weights: field by field against strangers, and all relations considered. May be
 * used by many threads.
 */
final class Weigher {

    private final Comparison comparison;
    private final Weights weights;
    private final int fields;
    private final int[] order;
    private final float[] gain;
    private final double[] sharedMore;
    private final float[] best;
    private final float[] average;
    /** 1 where the field agrees because of the relation, by relation and field. */
    private final double[] agrees;

    private final double[] priors;
    private final int exchangeable;

    Weigher(Weights weights) {
        this.weights = weights;
        var form = weights.form();
        this.fields = form.size();
        this.comparison = new Comparison(form);
        this.gain = new float[fields * LEVELS];
        this.sharedMore = new double[fields * LEVELS];
        this.best = new float[fields];
        this.average = new float[fields];
        for (int field = 0; field < fields; field++) {
            for (int level = 1; level < LEVELS; level++) {
                double chance = weights.chance()[field][level];
                float bits = (float) Weights.log2(weights.same()[field][level] / chance);
                gain[field * LEVELS + level] = bits;
                sharedMore[field * LEVELS + level] = Weights.log2(weights.shared()[field][level] / chance) - bits;
                boolean byRarity = level == L_SAME || level == L_SOUND;
                boolean possible = form.kind(field).shape().knows(level);
                best[field] = byRarity || !possible ? best[field] : Math.max(best[field], bits);
            }
            average[field] = (float) Weights.log2(weights.chance()[field][L_SAME] + weights.chance()[field][L_SOUND]);
        }
        this.exchangeable =
                (int) IntStream.range(0, fields).filter(this::isMixed).count();
        this.order = IntStream.range(0, fields)
                .boxed()
                .sorted((a, b) -> isMixed(a) != isMixed(b)
                        ? Boolean.compare(isMixed(b), isMixed(a))
                        : Float.compare(spread(b), spread(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] masks =
                weights.relations().stream().mapToInt(r -> r.agreesOn(form)).toArray();
        this.agrees = IntStream.range(0, masks.length * fields)
                .mapToDouble(at -> masks[at / fields] >> at % fields & 1)
                .toArray();
        this.priors = IntStream.range(0, masks.length)
                .mapToDouble(r -> Weights.log2(weights.share(r)))
                .toArray();
    }

    private boolean isMixed(int field) {
        return weights.form().mixUps().stream().anyMatch(pair -> pair[0] == field || pair[1] == field);
    }

    private float spread(int field) {
        return gain[field * LEVELS + L_SAME] - gain[field * LEVELS + Shape.L_DIFFERENT];
    }

    /** The fields in the order in which they are best looked at: first those that may be exchanged, then by what they say. */
    int[] order() {
        return order;
    }

    /** How many fields of that order come first because they may be exchanged. */
    int exchangeable() {
        return exchangeable;
    }

    /** The bits of all evidence together with which a pair reaches a probability, strangers being the alternative. */
    float needed(double probability) {
        return (float) (Weights.log2(probability / (1 - probability)) + priors[priors.length - 1] - priors[0] - 0.01);
    }

    /**
     * How much a record can still win after so many fields of the order: its rare values may agree.
     *
     * @param rarity by {@link #rarityOf}, one for each field
     * @param reach one more than there are fields is written there
     */
    void reach(byte[] rarity, int from, float[] reach, int to) {
        reach[to + fields] = 0;
        for (int place = fields - 1; place >= 0; place--) {
            int field = order[place];
            float rare = average[field] + (rarity[from + field] & 0xFF) / 8f;
            float agrees = Math.max(gain[field * LEVELS + L_SAME], gain[field * LEVELS + L_SOUND]) + rare;
            reach[to + place] = reach[to + place + 1] + Math.max(Math.max(best[field], agrees), 0);
        }
    }

    /** The same value counts, and how rare it is; of other levels only how far they agree. No branches here. */
    float bits(int field, int level, byte[] rarity, int ra, int rb) {
        int rare = Math.min(rarity[ra + field] & 0xFF, rarity[rb + field] & 0xFF);
        return gain[field * LEVELS + level] + BY_RARITY[level] * (average[field] + rare / 8f);
    }

    private static final float[] BY_RARITY = {0, 1, 1, 0, 0, 0, 0, 0};

    /** How probable it is that a pair is one person, all relations considered. */
    double probability(long pattern, byte[] rarity, int ra, int rb) {
        return 1 / (1 + against(pattern, rarity, ra, rb));
    }

    /** The odds that a pair is anything else than one person, all relations considered. */
    double against(long pattern, byte[] rarity, int ra, int rb) {
        double[] sums = priors.clone();
        for (int field = 0; field < fields; field++) {
            int level = Comparison.level(pattern, field);
            double said = level == 0 ? 0 : 1;
            double bySame = said * bits(field, level, rarity, ra, rb);
            double byShared = bySame + said * sharedMore[field * LEVELS + level];
            sums[0] += bySame;
            for (int r = 1; r < sums.length; r++) {
                sums[r] += agrees[r * fields + field] * byShared;
            }
        }
        double against = 0;
        for (int r = 1; r < sums.length; r++) {
            double bits = sums[r] - sums[0];
            against += bits < NOTHING ? 0 : Math.exp(bits * Math.log(2));
        }
        return against;
    }

    /** Bits of odds that add nothing to a sum of which one part is 1. */
    private static final double NOTHING = -60;

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
