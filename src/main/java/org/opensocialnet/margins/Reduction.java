package org.opensocialnet.margins;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Tells again what was withheld and is not needed: the dearest figure first, each if everything that it helped to
 * protect can be proven uncertain without it. Stops after so much effort, counted and not timed, so that the same
 * request has the same answer everywhere.
 */
final class Reduction {

    private final Figures figures;
    private final Suppression suppression;
    private final byte[] told;
    private final long[] least;
    private final long[] most;

    /** To be made before anything is withheld. */
    Reduction(Figures figures, Suppression suppression) {
        this.figures = figures;
        this.suppression = suppression;
        told = Arrays.copyOf(figures.state, figures.size);
        least = Arrays.copyOf(figures.least, figures.size);
        most = Arrays.copyOf(figures.most, figures.size);
    }

    boolean wasOpen(int figure) {
        return told[figure] == Figures.OPEN;
    }

    void run(long effort) {
        suppression.worlds.keepWhatProves(suppression.sensitive);
        var dearest = IntStream.range(0, figures.size)
                .filter(figure -> told[figure] != figures.state[figure] && !suppression.sealed.get(figure))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(figure -> -figures.cost[figure])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        long until = suppression.beam.looked() + effort;
        for (int figure : dearest) {
            tell(figure, until);
        }
        for (boolean more = true; more; ) {
            suppression.worlds.keepWhatProves(suppression.sensitive);
            more = dearest.stream()
                            .filter(figure -> told[figure] != figures.state[figure])
                            .mapToInt(this::tellIfIdle)
                            .sum()
                    > 0;
        }
    }

    /** What no world needs any more is told. */
    private int tellIfIdle(int figure) {
        restore(figure);
        if (suppression.worlds.contradicting(figure).isEmpty()) {
            return 1;
        }
        figures.hide(figure);
        return 0;
    }

    private void restore(int figure) {
        figures.state[figure] = told[figure];
        figures.least[figure] = least[figure];
        figures.most[figure] = most[figure];
    }

    private void tell(int figure, long until) {
        var worlds = suppression.worlds;
        restore(figure);
        var contradicting = worlds.contradicting(figure);
        if (contradicting.isEmpty()) {
            return;
        }
        worlds.drop(contradicting);
        for (int each : unproven(contradicting)) {
            if (!worlds.proves(each) && (suppression.beam.looked() > until || !suppression.stepwise(each, false, 16))) {
                figures.hide(figure);
                worlds.restore(contradicting);
                return;
            }
        }
    }

    private List<Integer> unproven(List<Integer> dropped) {
        var unproven = new TreeSet<Integer>();
        for (int world : dropped) {
            IntStream.of(suppression.worlds.figuresOf(world))
                    .filter(figures::isSensitive)
                    .filter(figure -> !suppression.worlds.proves(figure))
                    .forEach(unproven::add);
        }
        return List.copyOf(unproven);
    }
}
