package org.opensocialnet.matching;

import static org.opensocialnet.matching.Shape.LEVELS;
import static org.opensocialnet.matching.Shape.L_DIFFERENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opensocialnet.matching.Kind.Shared;

/**
 * Learns from patterns of agreement how often they occur among one person's records and among others', without being
 * told which are which: expectation and maximisation (Dempster, Laird and Rubin 1977; for linkage Winkler 1988). Pairs
 * that no block brought together count as certain non-matches, in the proportions of a random sample, so that blocking
 * does not bias what is learnt.
 */
final class Learning {

    private static final int MOST_ROUNDS = 300;
    /** Nats of likelihood; less is not worth another round. */
    private static final double ENOUGH = 1e-3;

    /** What we believe before we see anything weighs as much as so many pairs. */
    private static final double BELIEF = 12;

    private static final double[] CHANCE = {0, 0.02, 0.005, 0.005, 0.02, 0.1, 0.002, 0.848};

    private final Form form;
    private final int fields;
    private final double records;
    private List<Relation> relations = List.of();
    private int[] masks = {};
    private double[] shares = {};
    private final long[] patterns;
    private final double[] compared;
    private final double[] apart;
    private final double total;
    private final double[][] same;
    private final double[][] shared;
    private final double[][] chance;
    private final double[][] priorOfChance;

    /**
     * @param compared the pairs that may be matches
     * @param apart the pairs that were not compared because no block holds both, estimated
     */
    Learning(Form form, Patterns compared, Patterns apart, double records) {
        this.form = form;
        this.fields = form.size();
        this.records = records;
        var both = new Patterns();
        both.addAll(compared);
        both.addAll(apart);
        this.patterns = both.sorted();
        this.compared = counts(compared);
        this.apart = counts(apart);
        this.total = both.total();
        this.same = new double[fields][LEVELS];
        this.shared = new double[fields][LEVELS];
        this.chance = new double[fields][LEVELS];
        this.priorOfChance = new double[fields][LEVELS];
        begin(Relation.possible(form));
    }

    private double[] counts(Patterns of) {
        var counts = new double[patterns.length];
        for (int at = 0; at < counts.length; at++) {
            counts[at] = of.count(patterns[at]);
        }
        return counts;
    }

    private void begin(List<Relation> possible) {
        relations = possible;
        masks = relations.stream().mapToInt(relation -> relation.agreesOn(form)).toArray();
        shares = new double[relations.size()];
        double guess = Math.min(0.2, 0.1 * records / Math.max(1, total));
        Arrays.fill(shares, guess);
        int twins = relations.indexOf(Relation.TWINS);
        if (twins > 0) {
            shares[twins] = guess * Relation.TWINS_OF_HOUSEHOLDS;
            shares[twins - 1] = guess - shares[twins];
        }
        shares[shares.length - 1] = 0;
        shares[shares.length - 1] = 1 - Arrays.stream(shares).sum();
        for (int field = 0; field < fields; field++) {
            var shape = form.kind(field).shape();
            for (int level = 1; level < LEVELS; level++) {
                same[field][level] = shape.expected(level);
                shared[field][level] = 0.5 * shape.expected(level) + (level == Shape.L_SAME ? 0.5 : 0);
                priorOfChance[field][level] = CHANCE[level] * Math.max(4 * BELIEF, 1e-4 * total);
            }
            chance[field] = begunChance(field);
        }
    }

    private double[] begunChance(int field) {
        var counts = priorOfChance[field].clone();
        for (int at = 0; at < patterns.length; at++) {
            counts[Comparison.level(patterns[at], field)] += compared[at] + apart[at];
        }
        return proportions(counts);
    }

    /**
     * Learns until nothing changes. A relation that explains fewer pairs than half as many as it has parameters is then
     * taken for an accident and left out (minimum message length, Figueiredo and Jain 2002), and all is learnt anew.
     */
    Weights weights(List<Frequencies> frequencies) {
        while (true) {
            var likelihoods = settled();
            var kept = relations.stream().filter(this::isSupported).toList();
            if (kept.size() == relations.size()) {
                return new Weights(form, relations, shares, same, shared, chance, frequencies, total, likelihoods);
            }
            begin(kept);
        }
    }

    private boolean isSupported(Relation relation) {
        if (relation == Relation.SAME_PERSON || relation == Relation.STRANGERS) {
            return true;
        }
        var asked = relation == Relation.TWINS ? Relation.HOUSEHOLD : relation; // these two live and die together
        int parameters = 0;
        for (int field = 0; field < fields; field++) {
            var shape = form.kind(field).shape();
            boolean agrees = (asked.agreesOn(form) >> field & 1) != 0;
            parameters += agrees
                    ? (int) IntStream.range(1, LEVELS).filter(shape::knows).count() - 1
                    : 0;
        }
        return shares[relations.indexOf(asked)] * total > parameters / 2.0;
    }

    private List<Double> settled() {
        var likelihoods = new ArrayList<Double>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double likelihood = round();
            likelihoods.add(likelihood);
            if (round > 0 && likelihood - likelihoods.get(round - 1) < ENOUGH) {
                break;
            }
        }
        return likelihoods;
    }

    /** What we believe before we have seen anything. */
    Weights guess(List<Frequencies> frequencies) {
        return new Weights(form, relations, shares, same, shared, chance, frequencies, total, List.of());
    }

    /** One expectation and one maximisation; answers the likelihood of what was believed before it. */
    private double round() {
        var tally = new Tally();
        double likelihood = tally.takeAll() + beliefs();
        tally.settle();
        return likelihood;
    }

    /** The logarithm of how probable the present parameters are by what we believed first. */
    private double beliefs() {
        double sum = 0;
        for (int field = 0; field < fields; field++) {
            var shape = form.kind(field).shape();
            for (int level = 1; level < LEVELS; level++) {
                sum += BELIEF * shape.expected(level) * Math.log(same[field][level]);
                sum += BELIEF * expectedShared(shape, level) * Math.log(shared[field][level]);
                sum += priorOfChance[field][level] * Math.log(chance[field][level]);
            }
        }
        return sum;
    }

    private static double expectedShared(Shape shape, int level) {
        return 0.5 * shape.expected(level) + (level == Shape.L_SAME ? 0.5 : 0);
    }

    private static double[] proportions(double[] counts) {
        double sum = 0;
        for (int level = 1; level < LEVELS; level++) {
            sum += counts[level];
        }
        var shares = new double[LEVELS];
        for (int level = 1; level < LEVELS; level++) {
            shares[level] = counts[level] / sum;
        }
        return shares;
    }

    /** Records of one person do not mostly differ in her name; without this, "match" may come to mean something else. */
    private static double mostDifferent(Kind kind) {
        if (kind.shape() == Shape.NAME || kind == Kind.BIRTH_DATE || kind == Kind.SEX || kind == Kind.CODE) {
            return 0.35;
        }
        return kind.shared() == Shared.BY_NOBODY ? 0.5 : 0.75;
    }

    /** Best proportions under that limit: the limit itself, and the others in their proportions. */
    private static double[] limited(double[] proportions, double most) {
        double different = proportions[L_DIFFERENT];
        if (different <= most) {
            return proportions;
        }
        var limited = new double[LEVELS];
        for (int level = 1; level < LEVELS; level++) {
            limited[level] = proportions[level] * (1 - most) / (1 - different);
        }
        limited[L_DIFFERENT] = most;
        return limited;
    }

    /** What one round of expectation counts. */
    private final class Tally {

        private final double[] relation = new double[relations.size()];
        private final double[][] ofSame = new double[fields][LEVELS];
        private final double[][] ofShared = new double[fields][LEVELS];
        private final double[][] ofChance = new double[fields][LEVELS];
        private final double[] odds = new double[relations.size()];

        double takeAll() {
            double likelihood = 0;
            for (int at = 0; at < patterns.length; at++) {
                double strangers = weigh(patterns[at]);
                if (compared[at] > 0) {
                    likelihood += compared[at] * (strangers + take(patterns[at], compared[at], 0));
                }
                if (apart[at] > 0) {
                    likelihood += apart[at] * (strangers + take(patterns[at], apart[at], 1));
                }
            }
            return likelihood;
        }

        /** Sets the odds of each relation against strangers; answers the log probability between strangers. */
        private double weigh(long pattern) {
            double base = 0;
            var sums = new double[masks.length];
            for (int field = 0; field < fields; field++) {
                int level = Comparison.level(pattern, field);
                if (level == 0) {
                    continue;
                }
                double byChance = Math.log(chance[field][level]);
                double bySame = Math.log(same[field][level]) - byChance;
                double byShared = Math.log(shared[field][level]) - byChance;
                base += byChance;
                for (int r = 0; r < masks.length; r++) {
                    sums[r] += (masks[r] >> field & 1) == 0 ? 0 : r == 0 ? bySame : byShared;
                }
            }
            for (int r = 0; r < masks.length; r++) {
                odds[r] = shares[r] * Math.exp(sums[r]);
            }
            return base;
        }

        private double take(long pattern, double times, int first) {
            double all = 0;
            for (int r = first; r < odds.length; r++) {
                all += odds[r];
            }
            for (int r = first; r < odds.length; r++) {
                double part = times * odds[r] / all;
                relation[r] += part;
                for (int field = 0; field < fields; field++) {
                    int level = Comparison.level(pattern, field);
                    var table = (masks[r] >> field & 1) == 0 ? ofChance : r == 0 ? ofSame : ofShared;
                    table[field][level] += part;
                }
            }
            return Math.log(all);
        }

        void settle() {
            int twins = relations.indexOf(Relation.TWINS);
            if (twins > 0) {
                double both = relation[twins] + relation[twins - 1];
                relation[twins] = both * Relation.TWINS_OF_HOUSEHOLDS;
                relation[twins - 1] = both - relation[twins];
            }
            for (int r = 0; r < relation.length; r++) {
                shares[r] = Math.max(1e-15, relation[r] / total);
            }
            for (int field = 0; field < fields; field++) {
                var shape = form.kind(field).shape();
                for (int level = 1; level < LEVELS; level++) {
                    ofSame[field][level] += BELIEF * shape.expected(level);
                    ofShared[field][level] += BELIEF * expectedShared(shape, level);
                    ofChance[field][level] += priorOfChance[field][level];
                }
                same[field] = limited(proportions(ofSame[field]), mostDifferent(form.kind(field)));
                shared[field] = proportions(ofShared[field]);
                chance[field] = proportions(ofChance[field]);
            }
        }
    }
}
