package org.opensocialnet.matching;

import java.util.List;

/**
 * What a run found: proposals, never merges.
 *
 * @param pairs those at or above the threshold, by left and right number; also two of a cluster that
 *     are so by a third, without those that were cut
 * @param clusters groups of two or more records that are one person, each sorted, none overlapping
 * @param cut pairs above the threshold that would have chained different people together: neither pairs nor in a cluster
 * @param recall what share of all doubles the blocks are expected to have brought together
 * @param compared how many pairs were compared
 * @param odds how many compared pairs have how many bits of odds, log2(p/(1-p)), from {@link #LEAST_BITS} upwards, one bit
 *     each; pairs with less are not counted
 * @param rules the blocks in words; none where everything was compared with everything
 */
public record Links(
        List<Pair> pairs,
        List<List<Integer>> clusters,
        List<Pair> cut,
        double recall,
        long compared,
        List<Long> odds,
        List<String> rules) {

    /** Two records, by their numbers, and how probable it is that they are one person, from 0 to 1. */
    public record Pair(int left, int right, double probability) {}

    /** Where {@link #odds} begins. */
    public static final int LEAST_BITS = -10;

    static final int BITS = 51;

    public Links {
        pairs = List.copyOf(pairs);
        clusters = List.copyOf(clusters);
        cut = List.copyOf(cut);
        odds = List.copyOf(odds);
        rules = List.copyOf(rules);
    }
}
