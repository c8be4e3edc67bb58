package org.opensocialnet.margins;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.opensocialnet.margins.Ranges.Range;

/**
 * Asks a solver, for figures the search found no worlds for, whether what is told now takes anything from what was uncertain
 * before. What earlier tellings and their words gave away no telling takes back: such a figure must stay as it was.
 */
record Judge(Figures figures, Equations equations) {

    private static final double EXACT = 1e-6;

    /** What can be concluded of each figure while nothing of these is told. */
    List<Range> silent(List<Integer> sensitive, BitSet asked) {
        return ranges(sensitive, asked);
    }

    /** Those of which more can be concluded now, within what must stay possible, than before. */
    List<Integer> worse(List<Integer> sensitive, List<Range> before) {
        var now = ranges(sensitive, new BitSet());
        return sensitive.stream()
                .filter(figure -> {
                    int at = sensitive.indexOf(figure);
                    double least = Math.max(before.get(at).least(), figures.needLeast[figure]);
                    double most = Math.min(before.get(at).most(), figures.needMost[figure]);
                    return now.get(at).least() > least + EXACT || now.get(at).most() < most - EXACT;
                })
                .toList();
    }

    private List<Range> ranges(List<Integer> sensitive, BitSet untold) {
        var ranges = new Ranges(false);
        for (int figure = 0; figure < figures.size; figure++) {
            boolean silent = untold.get(figure);
            ranges.told(
                    figure,
                    silent ? 0 : figures.least[figure],
                    silent ? Ranges.NO_END : Math.min(figures.most[figure], Ranges.NO_END));
        }
        for (int equation = 0; equation < equations.count(); equation++) {
            int[] members = equations.figures(equation);
            ranges.sum(
                    members[0],
                    Arrays.stream(members).skip(1).asLongStream().boxed().toList());
        }
        return sensitive.stream().map(figure -> ranges.of(figure)).toList();
    }
}
