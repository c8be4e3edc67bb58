package org.opensocialnet.margins;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The last resort: withholds all that stands in sums with a figure, then all that stands in sums with that. */
record Widening(Figures figures, Equations equations, Suppression suppression) {

    void protect(int figure) {
        Set<Integer> reached = new HashSet<>(Set.of(figure));
        Set<Integer> edge = new TreeSet<>(Set.of(figure));
        while (!edge.isEmpty() && !suppression.worlds.proves(figure)) {
            var next = new TreeSet<Integer>();
            for (int each : edge) {
                for (int equation : equations.of(each)) {
                    for (int other : equations.figures(equation)) {
                        if (figures.state[other] != Figures.PUBLISHED && reached.add(other)) {
                            next.add(other);
                        }
                    }
                }
            }
            next.forEach(this::withhold);
            suppression.stepwise(figure, false, 128);
            edge = next;
        }
    }

    private void withhold(int figure) {
        byte state = figures.state[figure];
        if (state == Figures.OPEN || state == Figures.BOUNDED && figures.cost[figure] > 0) {
            figures.hide(figure);
        }
    }
}
