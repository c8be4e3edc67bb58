package org.opensocialnet.margins;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The last resort: withholds all that stands in sums with a figure, then all that stands in sums with that. Where no proof is
 * found even so, nothing of it is told again: then the figure is as safe, or as lost, as it was before.
 */
record Widening(Figures figures, Equations equations, Suppression suppression) {

    /** What must stay withheld whatever it costs; nothing, when the figure is proven to be safe. */
    Set<Integer> protect(int figure) {
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
        if (suppression.worlds.proves(figure)) {
            return Set.of();
        }
        withhold(figure);
        return reached;
    }

    private void withhold(int figure) {
        byte state = figures.state[figure];
        if (state == Figures.OPEN || state == Figures.BOUNDED && figures.cost[figure] > 0) {
            figures.hide(figure);
        }
    }
}
