package org.opensocialnet.margins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Worlds that agree with everything told: whole numbers for all figures, every sum right, each within its bounds. The
 * true one is among them and readers cannot know which. The least and the most of a figure over these worlds is what
 * nobody can exclude, by linear programming or any other means.
 */
final class Worlds {

    /** A world, by what is different from the true one; figures in ascending order. */
    record World(int[] figures, long[] people) {}

    private static final int TRUE_ONE = -1;

    private final Figures figures;
    private final List<World> all = new ArrayList<>();
    private final BitSet kept = new BitSet();
    private final Map<Integer, List<Integer>> ofFigure = new HashMap<>();
    private final long[] least;
    private final long[] most;
    private final int[] leastAt;
    private final int[] mostAt;

    Worlds(Figures figures) {
        this.figures = figures;
        least = new long[figures.size];
        most = new long[figures.size];
        leastAt = new int[figures.size];
        mostAt = new int[figures.size];
        for (int figure = 0; figure < figures.size; figure++) {
            begin(figure);
        }
    }

    void offer(World world) {
        all.add(world);
        for (int figure : world.figures()) {
            ofFigure.computeIfAbsent(figure, none -> new ArrayList<>()).add(all.size() - 1);
        }
        keep(all.size() - 1);
    }

    private void begin(int figure) {
        least[figure] = figures.value[figure];
        most[figure] = figures.value[figure];
        leastAt[figure] = TRUE_ONE;
        mostAt[figure] = TRUE_ONE;
    }

    private void keep(int id) {
        kept.set(id);
        var world = all.get(id);
        for (int i = 0; i < world.figures().length; i++) {
            learn(world.figures()[i], world.people()[i], id);
        }
    }

    private void learn(int figure, long people, int id) {
        if (people < least[figure]) {
            least[figure] = people;
            leastAt[figure] = id;
        }
        if (people > most[figure]) {
            most[figure] = people;
            mostAt[figure] = id;
        }
    }

    boolean proves(int figure) {
        return Math.min(most[figure], figures.needMost[figure]) - Math.max(least[figure], figures.needLeast[figure])
                >= figures.spread[figure];
    }

    long least(int figure) {
        return least[figure];
    }

    long most(int figure) {
        return most[figure];
    }

    /** Turns the true world into the one in which the figure is largest, or smallest; and back by {@link #leave}. */
    int enter(int figure, boolean largest, long[] now) {
        int at = largest ? mostAt[figure] : leastAt[figure];
        if (at != TRUE_ONE) {
            var world = all.get(at);
            for (int i = 0; i < world.figures().length; i++) {
                now[world.figures()[i]] = world.people()[i];
            }
        }
        return at;
    }

    void leave(int at, long[] now) {
        if (at != TRUE_ONE) {
            for (int figure : all.get(at).figures()) {
                now[figure] = figures.value[figure];
            }
        }
    }

    List<World> all() {
        return kept.stream().mapToObj(all::get).toList();
    }

    /** The worlds in which a figure is what it may not be. */
    List<Integer> contradicting(int figure) {
        return ofFigure.getOrDefault(figure, List.of()).stream()
                .filter(kept::get)
                .filter(id -> !figures.allows(figure, people(id, figure), false))
                .toList();
    }

    private long people(int id, int figure) {
        var world = all.get(id);
        return world.people()[Arrays.binarySearch(world.figures(), figure)];
    }

    int[] figuresOf(int id) {
        return all.get(id).figures();
    }

    void drop(Collection<Integer> ids) {
        ids.forEach(kept::clear);
        for (int id : ids) {
            for (int figure : all.get(id).figures()) {
                if (leastAt[figure] == id || mostAt[figure] == id) {
                    begin(figure);
                    ofFigure.getOrDefault(figure, List.of()).stream()
                            .filter(kept::get)
                            .forEach(other -> learn(figure, people(other, figure), other));
                }
            }
        }
    }

    void restore(Collection<Integer> ids) {
        ids.forEach(this::keep);
    }

    /** Drops the worlds that prove nothing which others do not. */
    void keepWhatProves(int[] sensitive) {
        var needed = new BitSet();
        for (int figure : sensitive) {
            if (leastAt[figure] != TRUE_ONE) {
                needed.set(leastAt[figure]);
            }
            if (mostAt[figure] != TRUE_ONE) {
                needed.set(mostAt[figure]);
            }
        }
        drop(kept.stream().filter(id -> !needed.get(id)).boxed().toList());
    }
}
