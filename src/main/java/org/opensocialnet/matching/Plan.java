package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which rules bring doubles together at a bearable price. Pairs of one person are drawn from what was learnt about how
 * such pairs differ; rules are taken that catch most of those still missed, and those caught only once, per comparison
 * they cost. So the plan fits any columns, and says how many doubles it expects to miss.
 */
record Plan(List<Rule> rules, double recall, double comparisons) {

    private static final int DRAWN = 8_192;
    private static final int MOST_RULES = 15;
    static final int SAMPLE = 60_000;

    /** Catching a pair a second time is worth so much of the first: errors seldom come alone. */
    private static final double AGAIN = 0.2;

    /** Everything with everything, for few records. */
    static final Plan NONE = new Plan(List.of(), 1, 0);

    /**
     * @param records all of them, or a sample of them by {@link Records#inOrderOfContent}
     * @param all how many there are
     */
    static Plan of(Weights weights, Records records, int all, double budget) {
        var form = weights.form();
        var offers = new ArrayList<Offer>();
        var pairs = drawn(weights, records);
        int[] sample = Arrays.copyOf(records.inOrderOfContent(), Math.min(SAMPLE, records.count()));
        for (var rule : Rule.of(form)) {
            double cost = records.cost(rule, sample, all);
            var caught = caught(rule, pairs);
            if (cost <= budget && !caught.isEmpty()) {
                offers.add(new Offer(rule, cost, caught));
            }
        }
        return chosen(offers, budget, all);
    }

    private record Offer(Rule rule, double cost, BitSet caught) {

        double worth(BitSet once, BitSet twice, double each) {
            var fresh = (BitSet) caught.clone();
            fresh.andNot(once);
            var again = (BitSet) caught.clone();
            again.andNot(twice);
            return (fresh.cardinality() + AGAIN * (again.cardinality() - fresh.cardinality())) / (cost + each);
        }
    }

    private static Plan chosen(List<Offer> offers, double budget, int records) {
        var once = new BitSet();
        var twice = new BitSet();
        var rules = new ArrayList<Rule>();
        double spent = 0;
        while (rules.size() < MOST_RULES) {
            double left = budget - spent;
            var best = offers.stream()
                    .filter(offer -> offer.cost <= left && !rules.contains(offer.rule))
                    .max(Comparator.comparingDouble(offer -> offer.worth(once, twice, records)));
            if (best.isEmpty() || best.get().worth(once, twice, records) <= 0) {
                break;
            }
            var caught = best.get().caught;
            var again = (BitSet) caught.clone();
            again.and(once);
            twice.or(again);
            once.or(caught);
            rules.add(best.get().rule);
            spent += best.get().cost;
        }
        return new Plan(List.copyOf(rules), once.cardinality() / (double) DRAWN, spent);
    }

    private record Drawn(int[] levels, int digit) {}

    private static List<Drawn> drawn(Weights weights, Records records) {
        var chance = new SplittableRandom(1);
        var known = records.known();
        var drawn = new ArrayList<Drawn>();
        for (int at = 0; at < DRAWN; at++) {
            var levels = new int[known.length];
            for (int field = 0; field < levels.length; field++) {
                boolean said = chance.nextDouble() < known[field] * known[field];
                levels[field] = said ? level(weights.same()[field], chance.nextDouble()) : 0;
            }
            drawn.add(new Drawn(levels, chance.nextInt(8)));
        }
        return drawn;
    }

    private static int level(double[] proportions, double chance) {
        double sum = 0;
        for (int level = 1; level < proportions.length; level++) {
            sum += proportions[level];
            if (chance < sum) {
                return level;
            }
        }
        return Shape.L_DIFFERENT;
    }

    private static BitSet caught(Rule rule, List<Drawn> pairs) {
        var caught = new BitSet(DRAWN);
        var chance = new SplittableRandom(2);
        for (int at = 0; at < pairs.size(); at++) {
            var pair = pairs.get(at);
            boolean all = true;
            for (var atom : rule.atoms()) {
                all &= atom.holds(pair.levels, pair.digit, chance);
            }
            caught.set(at, all);
        }
        return caught;
    }
}
