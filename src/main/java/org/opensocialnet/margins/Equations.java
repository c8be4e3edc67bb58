package org.opensocialnet.margins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything readers know to add up: in each equation the figures, times their signs, come to nothing. */
public final class Equations {

    private final List<int[]> figures = new ArrayList<>();
    private final Set<List<Integer>> known = new HashSet<>();
    private int[][] of = {};
    private int[][] signs = {};

    /** The whole first, then what it is made of. */
    public void add(int whole, List<Integer> parts) {
        var sorted = parts.stream().sorted().toList();
        var all = new ArrayList<Integer>(sorted.size() + 1);
        all.add(whole);
        all.addAll(sorted);
        if (known.add(all)) {
            figures.add(all.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** To be called when all equations are there. */
    void link(int size) {
        known.clear();
        int[] counts = new int[size];
        figures.forEach(equation -> Arrays.stream(equation).forEach(figure -> counts[figure]++));
        of = new int[size][];
        signs = new int[size][];
        for (int figure = 0; figure < size; figure++) {
            of[figure] = new int[counts[figure]];
            signs[figure] = new int[counts[figure]];
        }
        for (int equation = figures.size() - 1; equation >= 0; equation--) {
            int[] members = figures.get(equation);
            for (int i = 0; i < members.length; i++) {
                int place = --counts[members[i]];
                of[members[i]][place] = equation;
                signs[members[i]][place] = i == 0 ? -1 : 1;
            }
        }
    }

    int count() {
        return figures.size();
    }

    /** The figures of an equation; the first has the sign −1, all others +1. */
    int[] figures(int equation) {
        return figures.get(equation);
    }

    int[] of(int figure) {
        return of[figure];
    }

    int[] signs(int figure) {
        return signs[figure];
    }
}
