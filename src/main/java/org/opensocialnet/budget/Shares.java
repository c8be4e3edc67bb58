package org.opensocialnet.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.opensocialnet.kernel.Money;

/**
 * The parts of an envelope's funders in ten-thousandths. A sum is split by the largest remainder: each funder pays its part
 * rounded down to the cent, and the cents left go to those with the largest remainders, of equal ones to the first.
 */
public record Shares(List<Integer> points) {

    public static final int WHOLE = 10_000;

    public Shares {
        points = List.copyOf(points);
        if (points.isEmpty()
                || points.stream().anyMatch(part -> part < 1)
                || points.stream().mapToInt(Integer::intValue).sum() != WHOLE) {
            throw new IllegalArgumentException("the parts of an envelope are a whole");
        }
    }

    /** One sum for each funder, in their order; together they are the whole to the cent. */
    public List<Money> split(Money whole) {
        if (whole.isNegative()) {
            return split(Money.ZERO.minus(whole)).stream()
                    .map(Money.ZERO::minus)
                    .toList();
        }
        long cents = whole.cents();
        var down = points.stream()
                .map(part -> Math.multiplyExact(cents, part) / WHOLE)
                .toList();
        long left = cents - down.stream().mapToLong(Long::longValue).sum();
        var first = IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer place) -> -(cents * points.get(place) % WHOLE)))
                .limit(left)
                .toList();
        var parts = new ArrayList<Money>();
        for (int place = 0; place < points.size(); place++) {
            parts.add(Money.ofCents(down.get(place) + (first.contains(place) ? 1 : 0)));
        }
        return parts;
    }

    /** What each funder pays of what a sum grew by, so that the lines of a book add up to the parts of its end. */
    public List<Money> step(Money before, Money after) {
        var was = split(before);
        var is = split(after);
        return IntStream.range(0, is.size())
                .mapToObj(place -> is.get(place).minus(was.get(place)))
                .toList();
    }
}
