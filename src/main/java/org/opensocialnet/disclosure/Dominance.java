package org.opensocialnet.disclosure;

import java.util.Comparator;

/**
 * When a figure says too much of one organisation: fewer than {@code atLeast} contributed; or the {@code largest}
 * contributors make up more than {@code share} percent, the (n,k) rule; or the second largest could tell the largest's
 * part to within {@code closer} percent, the p% rule. See Hundepool et al., Statistical Disclosure Control (2012), 4.2.
 */
public record Dominance(int atLeast, int largest, double share, double closer) {

    public Dominance {
        if (atLeast < 1 || largest < 1 || !(share > 0 && share <= 100) || !(closer >= 0 && closer <= 100)) {
            throw new IllegalArgumentException("Percents lie between 0 and 100, numbers of organisations from 1 on.");
        }
    }

    /** Three organisations at least, (1, 85%), p = 10%. */
    public static Dominance usual() {
        return new Dominance(3, 1, 85, 10);
    }

    /** By how much, up and down, a figure must stay uncertain for its contributors' sake; 0 when it may be told. */
    long uncertainty(Count count) {
        var parts = count.byOrganisation().values().stream()
                .filter(part -> part > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (parts.isEmpty()) {
            return 0;
        }
        long first = parts.getFirst();
        long second = parts.size() > 1 ? parts.get(1) : 0;
        long others = count.people() - first - second;
        double byPercent = closer / 100 * first - others;
        long top = parts.stream().limit(largest).mapToLong(Long::longValue).sum();
        boolean dominated = parts.size() < atLeast || top * 100.0 > share * count.people();
        return dominated || byPercent > 0
                ? Math.max(1, (long) Math.ceil(Math.max(byPercent, closer / 100 * first)))
                : 0;
    }
}
