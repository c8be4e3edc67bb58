package org.opensocialnet.margins;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.margins.Cubes.Cube;
import org.opensocialnet.margins.Worlds.World;

/**
 * Withholds what it takes until for every sensitive figure there are worlds that prove it uncertain: cheap boxes of
 * figures first, so that later ones find them already withheld; then step by step what boxes cannot do.
 */
final class Suppression {

    /** What costs less withholds nothing more: before anything is, the beam is asked for it too. */
    private static final int FREE = 1;

    private static final List<Integer> PRICES =
            List.of(FREE, 6_000, 12_000, 20_000, 30_000, 45_000, 70_000, 100_000, 200_000, Integer.MAX_VALUE);

    /** From this price on the beam, which is slower, is asked for something cheaper. */
    private static final int WORTH_A_LOOK = 20_000;

    private static final int MOST_STEPS = 64;

    private final Figures figures;
    private final Equations equations;
    final Worlds worlds;
    final Cubes cubes;
    final Beam beam;
    private final long[] now;
    final int[] sensitive;
    /** What is tied to figures for which there is no proof: it stays withheld. */
    final BitSet sealed = new BitSet();

    Suppression(Margins margins) {
        figures = margins.figures();
        equations = margins.equations();
        worlds = new Worlds(figures);
        cubes = new Cubes(margins);
        beam = new Beam(figures, equations);
        now = Arrays.copyOf(figures.value, figures.size);
        sensitive =
                IntStream.range(0, figures.size).filter(figures::isSensitive).toArray();
    }

    /** The figures that nothing can protect any more, because earlier publications give them away. */
    List<Integer> run() {
        for (int price : PRICES) {
            for (int figure : sensitive) {
                if (!worlds.proves(figure) && !withOneBox(figure, price)) {
                    withTwoBoxes(figure, price);
                    if (price == FREE && !worlds.proves(figure)) {
                        stepwise(figure, false, 16);
                    }
                }
            }
        }
        for (int figure : sensitive) {
            if (!worlds.proves(figure)
                    && !stepwise(figure, false, 16)
                    && !sealed.get(figure)
                    && !stepwise(figure, true, 48)) {
                new Widening(figures, equations, this).protect(figure).forEach(sealed::set);
            }
        }
        return unproven();
    }

    List<Integer> unproven() {
        return Arrays.stream(sensitive)
                .filter(figure -> !worlds.proves(figure))
                .boxed()
                .toList();
    }

    private boolean withOneBox(int figure, int price) {
        long up = Math.max(0, figures.needMost[figure] - figures.value[figure]);
        long down = Math.max(0, figures.value[figure] - figures.needLeast[figure]);
        return take(cubes.find(now, figure, up, down, price), up, down, price) && worlds.proves(figure);
    }

    private void withTwoBoxes(int figure, int price) {
        long up = figures.needMost[figure] - worlds.most(figure);
        if (up > 0) {
            long all = figures.needMost[figure] - figures.value[figure];
            take(cubes.find(now, figure, all, 0, price), all, 0, price);
        }
        if (!worlds.proves(figure) && worlds.least(figure) > figures.needLeast[figure]) {
            long all = figures.value[figure] - figures.needLeast[figure];
            take(cubes.find(now, figure, 0, all, price), 0, all, price);
        }
    }

    /** Takes a box, from the true world; or something cheaper that the beam finds in its place. */
    private boolean take(@Nullable Cube cube, long up, long down, int price) {
        if (cube == null) {
            return false;
        }
        Step step = null;
        for (int i = 0; i < cube.figures().length; i++) {
            step = Step.next(step, cube.figures()[i], cube.signs()[i], 0, equations);
        }
        if (step == null || step.wrong != 0) {
            return false;
        }
        if (up > 0) {
            take(step, up);
        }
        if (down > 0) {
            take(step, -down);
        }
        return true;
    }

    /** Goes from the largest world of a figure to a larger one, from the smallest to a smaller, until it is proven. */
    boolean stepwise(int figure, boolean withholding, int width) {
        for (int direction = 1; direction >= -1; direction -= 2) {
            for (int steps = 0; steps < MOST_STEPS && wants(figure, direction); steps++) {
                int at = worlds.enter(figure, direction > 0, now);
                var step = better(figure, direction, withholding, width);
                if (step != null) {
                    take(step, longest(step, figure, direction));
                }
                worlds.leave(at, now);
                if (step == null) {
                    break;
                }
            }
        }
        return worlds.proves(figure);
    }

    private boolean wants(int figure, int direction) {
        return !worlds.proves(figure)
                && (direction > 0
                        ? worlds.most(figure) < figures.needMost[figure]
                        : worlds.least(figure) > figures.needLeast[figure]);
    }

    private @Nullable Step better(int figure, int direction, boolean withholding, int width) {
        var cube = cubes.find(
                now, figure, direction > 0 ? 1 : 0, direction > 0 ? 0 : 1, withholding ? Integer.MAX_VALUE : 1);
        Step boxed = null;
        if (cube != null) {
            for (int i = 0; i < cube.figures().length; i++) {
                int cost = i == cube.figures().length - 1 ? cube.cost() : 0;
                boxed = Step.next(boxed, cube.figures()[i], cube.signs()[i] * direction, cost, equations);
            }
            if (boxed != null && boxed.wrong != 0) {
                boxed = beam.complete(now, boxed, withholding, width, 12 + cube.figures().length);
            }
        }
        if (boxed != null && boxed.cost < WORTH_A_LOOK) {
            return boxed;
        }
        var found = beam.find(now, figure, direction, withholding, width, 24);
        return found == null || boxed != null && boxed.cost <= found.cost ? boxed : found;
    }

    /** How many times over a step can be taken at once. */
    private long longest(Step step, int figure, int direction) {
        long times = direction > 0 ? figures.needMost[figure] - now[figure] : now[figure] - figures.needLeast[figure];
        for (var each = step; each != null; each = each.before) {
            int change = step.changeOf(each.figure);
            while (times > 1 && !figures.allows(each.figure, now[each.figure] + times * change, false)) {
                times = figures.allows(each.figure, now[each.figure] + 2L * change, false) ? times / 2 : 1;
            }
        }
        return Math.max(1, times);
    }

    /** Withholds what the step needs withheld, and keeps the world it leads to, so many times over. */
    private void take(Step step, long times) {
        var changed = new TreeMap<Integer, Long>();
        for (var each = step; each != null; each = each.before) {
            changed.merge(each.figure, each.change * times, Long::sum);
        }
        changed.forEach((figure, change) -> {
            long people = now[figure] + change;
            if (change != 0 && !figures.allows(figure, people, false)) {
                figures.hide(figure);
            }
            now[figure] = people;
        });
        worlds.offer(worldNow());
        changed.forEach((figure, change) -> now[figure] -= change);
    }

    private World worldNow() {
        int[] different = IntStream.range(0, figures.size)
                .filter(figure -> now[figure] != figures.value[figure])
                .toArray();
        return new World(
                different,
                Arrays.stream(different).mapToLong(figure -> now[figure]).toArray());
    }
}
