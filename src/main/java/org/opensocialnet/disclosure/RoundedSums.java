package org.opensocialnet.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opensocialnet.margins.Grid;
import org.opensocialnet.margins.Way;

/**
 * The sums of all figures rounded together, whichever tables they stand in: whether one of them says more of a small count
 * than rounding hides, and its total turned the other way. What was told before stays as it was.
 */
final class RoundedSums {

    private record Figure(long people, long rounded, boolean told) {}

    private final Grid grid;
    private final int base;
    private final Rule rule;
    private final Map<Long, Figure> figures = new TreeMap<>();

    RoundedSums(Grid grid, int base, Rule rule) {
        this.grid = grid;
        this.base = base;
        this.rule = rule;
    }

    void put(long code, long people, long rounded, boolean told) {
        var other = figures.put(code, new Figure(people, rounded, told));
        if (other != null && other.people() != people) {
            throw new IllegalArgumentException("Two tables disagree.");
        }
    }

    long get(long code) {
        return figure(code).rounded();
    }

    private Figure figure(long code) {
        return requireNonNull(figures.get(code));
    }

    /** Turns the totals that narrow a small part down; false when there is none. */
    boolean turnNarrowTotals() {
        boolean turned = false;
        for (int dimension = 0; dimension < grid.dimensions(); dimension++) {
            for (var way : grid.ways(dimension)) {
                for (long whole : List.copyOf(figures.keySet())) {
                    if (way.whole() == grid.node(whole, dimension) && isNarrow(whole, parts(whole, dimension, way))) {
                        turned |= turn(whole);
                    }
                }
            }
        }
        return turned;
    }

    private List<Figure> parts(long whole, int dimension, Way way) {
        var parts = new ArrayList<Figure>();
        for (int node : way.parts()) {
            var part = figures.get(grid.moved(whole, dimension, node));
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    private boolean isNarrow(long code, List<Figure> parts) {
        var whole = figure(code);
        long least = parts.stream().mapToLong(this::least).sum();
        long most = parts.stream().mapToLong(this::most).sum();
        return parts.stream().filter(part -> rule.isSmall(part.people())).anyMatch(part -> {
            long fromOthers = least(whole) - (most - most(part));
            long toOthers = most(whole) - (least - least(part));
            return Math.min(most(part), toOthers) - Math.max(least(part), fromOthers) < rule.spread();
        });
    }

    private boolean turn(long code) {
        var figure = figure(code);
        long below = figure.people() - figure.people() % base;
        if (figure.told() || figure.people() == below) {
            return false;
        }
        put(code, figure.people(), figure.rounded() == below ? below + base : below, false);
        return true;
    }

    private long least(Figure figure) {
        return Math.max(0, figure.rounded() - base + 1);
    }

    private long most(Figure figure) {
        return figure.rounded() + base - 1;
    }
}
