package org.opensocialnet.disclosure;

import java.util.Optional;

/**
 * What must not be told.
 *
 * @param threshold counts from 1 to one less are small
 * @param spread how far apart the least and the most that anybody can conclude for a small count must stay
 * @param zeros whether "none" is told
 * @param dominance when a figure says too much of one organisation, where counts know who contributed
 */
public record Rule(int threshold, int spread, Zeros zeros, Optional<Dominance> dominance) {

    /** What becomes of cells in which there is nobody. */
    public enum Zeros {
        /** Told: that nobody came is about nobody. */
        TOLD,
        /** Shown like small counts, for tables where "none" would say something of everybody in a group. */
        LIKE_SMALL
    }

    public Rule {
        int most = threshold - (zeros == Zeros.TOLD ? 2 : 1);
        if (threshold < 3 || threshold > 100 || spread < 0 || spread > most) {
            throw new IllegalArgumentException(
                    "The threshold lies between 3 and 100, the spread between 0 and what small counts span.");
        }
    }

    /** Fewer than five; nobody can tell more than that; zeros told; no dominance. */
    public static Rule usual() {
        return fewerThan(5);
    }

    /** Nobody can tell more of a small count than that it is fewer than this. */
    public static Rule fewerThan(int threshold) {
        return new Rule(threshold, threshold - 2, Zeros.TOLD, Optional.empty());
    }

    public Rule withZeros(Zeros other) {
        return new Rule(
                threshold, other == Zeros.TOLD ? Math.min(spread, threshold - 2) : threshold - 1, other, dominance);
    }

    public Rule withSpread(int other) {
        return new Rule(threshold, other, zeros, dominance);
    }

    public Rule with(Dominance other) {
        return new Rule(threshold, spread, zeros, Optional.of(other));
    }

    boolean isSmall(long people) {
        return people > 0 && people < threshold;
    }

    /** The change of a figure is never nothing, or it would be the same figure. */
    int spreadOfChange() {
        return Math.min(spread, threshold - 2);
    }

    /** The least a figure shown as small can be. */
    int leastSmall() {
        return zeros == Zeros.TOLD ? 1 : 0;
    }
}
