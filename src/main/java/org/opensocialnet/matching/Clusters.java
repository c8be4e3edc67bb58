package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.opensocialnet.matching.Links.Pair;

/**
 * Groups of records that are one person. Two groups become one by their strongest pair only if, over all pairs between
 * them, being one person is on average more probable than not (mean of log odds): so a chain of lookalikes does not tie
 * strangers together.
 */
record Clusters(List<List<Integer>> groups, List<Pair> cut, List<Pair> implied) {

    /** How probable it is that two records are one person. */
    @FunctionalInterface
    interface Judge {
        double probability(int a, int b);
    }

    /** Between large groups so many pairs are asked, the same ones in every run. */
    private static final int MOST_ASKED = 400;

    private static final int LARGEST_IMPLYING = 200;

    /** What is less probable by itself is not taken on the word of a third. */
    private static final double NOT_ABSURD = 0.02;

    /** No single pair says more than this many nats, for or against. */
    private static final double LIMIT = 12;

    static Clusters of(List<Pair> pairs, Judge judge, double threshold) {
        var strongest = new ArrayList<>(pairs);
        strongest.sort(Comparator.comparingDouble(Pair::probability)
                .reversed()
                .thenComparingInt(Pair::left)
                .thenComparingInt(Pair::right));
        Map<Integer, List<Integer>> groupOf = new HashMap<>();
        IntFunction<List<Integer>> group = record -> groupOf.computeIfAbsent(record, r -> new ArrayList<>(List.of(r)));
        for (var pair : strongest) {
            var left = group.apply(pair.left());
            var right = group.apply(pair.right());
            if (left != right && belong(left, right, judge, threshold)) {
                var larger = left.size() >= right.size() ? left : right;
                var smaller = larger == left ? right : left;
                larger.addAll(smaller);
                smaller.forEach(record -> groupOf.put(record, larger));
            }
        }
        var cut = pairs.stream()
                .filter(pair -> groupOf.get(pair.left()) != groupOf.get(pair.right()))
                .toList();
        var groups = sorted(groupOf);
        return new Clusters(groups, cut, implied(groups, pairs, judge));
    }

    /**
     * Two of a group that alone would not reach the threshold: if each of them is the same person as a third, they are the
     * same person, unless their own records speak loudly against it. As probable as the best such third says.
     */
    private static List<Pair> implied(List<List<Integer>> groups, List<Pair> pairs, Judge judge) {
        var known = new HashMap<Long, Double>();
        pairs.forEach(pair -> known.put(both(pair.left(), pair.right()), pair.probability()));
        var implied = new ArrayList<Pair>();
        for (var group : groups) {
            if (group.size() > LARGEST_IMPLYING) {
                continue;
            }
            for (int one = 0; one < group.size(); one++) {
                for (int two = one + 1; two < group.size(); two++) {
                    int a = group.get(one);
                    int b = group.get(two);
                    if (!known.containsKey(both(a, b)) && judge.probability(a, b) >= NOT_ABSURD) {
                        double best = group.stream()
                                .mapToDouble(third -> known.getOrDefault(both(a, third), 0.0)
                                        * known.getOrDefault(both(b, third), 0.0))
                                .max()
                                .orElse(0);
                        implied.add(new Pair(a, b, best));
                    }
                }
            }
        }
        return implied;
    }

    private static long both(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private static boolean belong(List<Integer> left, List<Integer> right, Judge judge, double threshold) {
        if (left.size() * right.size() == 1) {
            return true;
        }
        long all = (long) left.size() * right.size();
        long every = Math.max(1, all / MOST_ASKED);
        double sum = 0;
        int asked = 0;
        for (long at = 0; at < all; at += every) {
            double probability =
                    judge.probability(left.get((int) (at / right.size())), right.get((int) (at % right.size())));
            double odds = Math.log(Math.max(probability, 1e-300) / Math.max(1 - probability, 1e-300));
            sum += Math.clamp(odds, -LIMIT, LIMIT);
            asked++;
        }
        return sum / asked >= Math.log(threshold / (1 - threshold));
    }

    private static List<List<Integer>> sorted(Map<Integer, List<Integer>> groupOf) {
        var groups = new ArrayList<List<Integer>>();
        for (var members : groupOf.values().stream()
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())))) {
            if (members.size() > 1) {
                groups.add(members.stream().sorted().toList());
            }
        }
        groups.sort(Comparator.comparing(List::getFirst));
        return groups;
    }
}
