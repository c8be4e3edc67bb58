package org.opensocialnet.margins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for another world: changes one figure by one and repairs, change by change, every sum that is off, keeping the
 * most promising attempts of each round. Knows nothing of tables, only of equations; so it crosses hierarchies, linked
 * tables and earlier publications alike. Finds no world that is not one, but may overlook some.
 */
final class Beam {

    /** What a sum that is off counts like, in the price of figures: about what it costs to repair. */
    private static final int PRICE_OF_A_FAULT = 1_500;

    private static final int MOST_FAULTS = 40;

    private static final Comparator<Step> BEST_FIRST = Comparator.<Step>comparingLong(
                    step -> step.cost + (long) PRICE_OF_A_FAULT * step.wrong)
            .thenComparingLong(step -> step.key);

    private final Figures figures;
    private final Equations equations;
    private long looked;

    Beam(Figures figures, Equations equations) {
        this.figures = figures;
        this.equations = equations;
    }

    /** How many attempts were looked at so far: the measure of effort, the same on every machine. */
    long looked() {
        return looked;
    }

    /** From the world as it is now, one in which the figure is changed by one; or none was found. */
    @Nullable
    Step find(long[] now, int figure, int change, boolean withholding, int width, int depth) {
        Step best = null;
        for (int each : innermost(figure)) {
            var begun = change(now, null, each, change, withholding);
            var found = begun == null ? null : complete(now, begun, withholding, width, depth);
            best = best == null || found != null && found.cost < best.cost ? found : best;
            if (best != null && best.cost == 0) {
                return best;
            }
        }
        return best;
    }

    /** The figure itself, or those inside of it with which it goes along. */
    private List<Integer> innermost(int figure) {
        var inside = new ArrayList<Integer>();
        for (int equation : equations.of(figure)) {
            int[] members = equations.figures(equation);
            for (int i = 1; members[0] == figure && i < members.length; i++) {
                if (figures.along[members[i]] == figure) {
                    inside.addAll(innermost(members[i]));
                }
            }
        }
        return inside.isEmpty() ? List.of(figure) : inside;
    }

    /** Repairs what an attempt left off. */
    @Nullable
    Step complete(long[] now, Step begun, boolean withholding, int width, int depth) {
        if (begun.wrong == 0) {
            return begun;
        }
        var seen = new HashSet<Long>();
        List<Step> attempts = List.of(begun);
        Step best = null;
        for (int round = 0; round < depth && !attempts.isEmpty(); round++) {
            var next = new ArrayList<Step>();
            for (var attempt : attempts) {
                best = extend(now, attempt, withholding, best, seen, next);
                if (best != null && best.cost == 0) {
                    return best;
                }
            }
            if (next.size() > width) {
                next.sort(BEST_FIRST);
                next.subList(width, next.size()).clear();
            }
            attempts = next;
        }
        return best;
    }

    private @Nullable Step extend(
            long[] now,
            Step attempt,
            boolean withholding,
            @Nullable Step bestYet,
            HashSet<Long> seen,
            List<Step> next) {
        var best = bestYet;
        if (best != null && attempt.cost >= best.cost) {
            return best;
        }
        looked++;
        int hardest = hardest(attempt);
        int off = attempt.off[hardest];
        int[] members = equations.figures(attempt.open[hardest]);
        for (int i = 0; i < members.length; i++) {
            int figure = members[i];
            var step = change(now, attempt, figure, (i == 0) == (off > 0) ? 1 : -1, withholding);
            if (step == null || best != null && step.cost >= best.cost) {
                continue;
            }
            if (step.wrong == 0) {
                best = step;
            } else if (step.wrong <= MOST_FAULTS && seen.add(step.key * 31 + step.cost)) {
                next.add(step);
            }
        }
        return best;
    }

    /** With what goes along, where that may change; alone where not; none where it may not change itself. */
    private @Nullable Step change(long[] now, @Nullable Step before, int figure, int change, boolean withholding) {
        var alone = changeOne(now, before, figure, change, withholding);
        var together = alone;
        for (int each = figures.along[figure]; each >= 0 && together != null; each = figures.along[each]) {
            together = changeOne(now, together, each, change, withholding);
        }
        return together == null ? alone : together;
    }

    private @Nullable Step changeOne(long[] now, @Nullable Step before, int figure, int change, boolean withholding) {
        byte state = figures.state[figure];
        int already = before == null ? 0 : before.changeOf(figure);
        if (state == Figures.PUBLISHED
                || state == Figures.OPEN && !withholding
                || already * change < 0
                || !figures.allows(figure, now[figure] + already + change, withholding)) {
            return null;
        }
        int cost = (before == null ? 0 : before.cost) + moreCost(figure, now[figure], already, change);
        return Step.next(before, figure, change, cost, equations);
    }

    private int moreCost(int figure, long now, int already, int change) {
        int after = figures.costOf(figure, now + already + change);
        return already == 0 ? after : after - figures.costOf(figure, now + already);
    }

    /** Of the sums that are off the shortest, which leaves the fewest choices. */
    private int hardest(Step attempt) {
        int hardest = 0;
        for (int i = 1; i < attempt.open.length; i++) {
            if (equations.figures(attempt.open[i]).length < equations.figures(attempt.open[hardest]).length) {
                hardest = i;
            }
        }
        return hardest;
    }
}
