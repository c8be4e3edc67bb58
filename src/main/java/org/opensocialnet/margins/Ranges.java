package org.opensocialnet.margins;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * What can be concluded of figures by linear programming from what is told of them: between which bounds each lies, and
 * which of them add up. It knows nothing of true counts.
 */
public final class Ranges {

    /** Above this nothing is said of a figure. */
    public static final double NO_END = 1e17;

    /** The least and the most a figure can be. */
    public record Range(double least, double most) {

        private static final double EXACT = 1e-6;

        public double width() {
            return most - least;
        }

        public boolean isExact() {
            return width() < EXACT;
        }
    }

    private final Map<Long, Range> told = new HashMap<>();
    private final List<Map<Long, Integer>> sums = new ArrayList<>();
    private final Map<Long, List<Integer>> sumsOf = new HashMap<>();
    private final boolean wholeNumbers;

    /** With whole numbers alone one concludes more, and takes far longer. */
    public Ranges(boolean wholeNumbers) {
        this.wholeNumbers = wholeNumbers;
    }

    /** What is told of a figure; told twice it holds twice. When both cannot hold, it changed, and the newer holds. */
    public void told(long figure, double least, double most) {
        told.merge(figure, new Range(least, most), (older, newer) -> {
            var both = new Range(Math.max(older.least(), newer.least()), Math.min(older.most(), newer.most()));
            return both.least() <= both.most() ? both : newer;
        });
    }

    public boolean knows(long figure) {
        return told.containsKey(figure);
    }

    /** The whole is its parts. */
    public void sum(long whole, List<Long> parts) {
        var sum = new TreeMap<Long, Integer>();
        parts.forEach(part -> sum.put(part, 1));
        sum.put(whole, -1);
        sums.add(sum);
        sum.keySet()
                .forEach(figure -> sumsOf.computeIfAbsent(figure, none -> new ArrayList<>())
                        .add(sums.size() - 1));
    }

    public Range of(long figure) {
        var range = told.get(figure);
        if (range == null || range.isExact()) {
            return range == null ? new Range(0, NO_END) : range;
        }
        return new Range(solve(figure, range, true), solve(figure, range, false));
    }

    /** When what is told contradicts itself, nothing can be concluded from it. */
    private double solve(long figure, Range range, boolean least) {
        var model = new ExpressionsBasedModel();
        var variables = new HashMap<Long, Variable>();
        var reached = new HashSet<Integer>();
        var waiting = new ArrayDeque<Long>(List.of(figure));
        variables.put(figure, variable(model, figure, range).weight(1));
        while (!waiting.isEmpty()) {
            for (int id : sumsOf.getOrDefault(waiting.remove(), List.of())) {
                if (reached.add(id)) {
                    write(model, id, variables, waiting);
                }
            }
        }
        var result = least ? model.minimise() : model.maximise();
        if (!result.getState().isFeasible()) {
            return least ? range.least() : range.most();
        }
        return result.getState().isOptimal() ? result.getValue() : least ? 0 : NO_END;
    }

    private void write(ExpressionsBasedModel model, int id, Map<Long, Variable> variables, ArrayDeque<Long> waiting) {
        var sum = model.newExpression("sum" + id);
        double known = 0;
        for (var each : sums.get(id).entrySet()) {
            long figure = each.getKey();
            var range = told.get(figure);
            if (range != null && range.isExact()) {
                known += each.getValue() * range.least();
                continue;
            }
            var variable = variables.get(figure);
            if (variable == null) {
                variable = variable(model, figure, range);
                variables.put(figure, variable);
                waiting.add(figure);
            }
            sum.set(variable, each.getValue());
        }
        sum.level(-known);
    }

    /** What is missing in a sum is a figure of which nothing is told. */
    private Variable variable(ExpressionsBasedModel model, long figure, @Nullable Range range) {
        var variable = model.newVariable("figure" + figure).integer(wholeNumbers);
        if (range == null || range.least() > -NO_END) {
            variable.lower(range == null ? 0 : range.least());
        }
        if (range != null && range.most() < NO_END) {
            variable.upper(range.most());
        }
        return variable;
    }
}
