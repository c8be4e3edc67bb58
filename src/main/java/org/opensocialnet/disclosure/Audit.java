package org.opensocialnet.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * The judge: what a reader with a linear programming solver can conclude from sheets, all together, knowing the rule.
 * It sees what readers see and nothing else. A figure told twice is taken to be the same, unless that was contradicted.
 */
public final class Audit {

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

    private record Figure(long code, double least, double most) {}

    private static final double NO_END = 1e17;

    private final Coordinates coordinates;
    private final Map<Long, Figure> figures = new HashMap<>();
    private final List<Map<Long, Integer>> sums = new ArrayList<>();
    private final Map<Long, List<Integer>> sumsOf = new HashMap<>();
    private final boolean wholeNumbers;
    private long gaps = -1;

    public Audit(List<Told> everything) {
        this(everything, false);
    }

    /** With whole numbers alone an attacker concludes more, and takes far longer. */
    public Audit(List<Told> everything, boolean wholeNumbers) {
        this.wholeNumbers = wholeNumbers;
        coordinates = new Coordinates(
                everything.stream()
                        .flatMap(told -> told.sheets().stream())
                        .flatMap(sheet -> sheet.axes().stream())
                        .toList(),
                everything.stream().map(Told::period).toList());
        for (var told : everything) {
            for (var sheet : told.sheets()) {
                sheet.cells().forEach((cell, shown) ->
                        learn(coordinates.code(told.period(), sheet.axes(), cell), told.rule(), shown));
            }
        }
        for (long code : List.copyOf(new TreeSet<>(figures.keySet()))) {
            for (int dimension = 0; dimension < coordinates.dimensions(); dimension++) {
                for (var way : coordinates.ways(dimension)) {
                    if (way.whole() == coordinates.node(code, dimension)) {
                        equate(code, dimension, way);
                    }
                }
            }
        }
    }

    private void learn(long code, Rule rule, Shown shown) {
        var figure =
                switch (shown) {
                    case Shown.Value(long people) -> new Figure(code, people, people);
                    case Shown.FewerThan(int people) -> new Figure(code, rule.leastSmall(), people - 1);
                    case Shown.Withheld _ -> new Figure(code, 0, NO_END);
                    case Shown.Rounded(long people, int base) ->
                        new Figure(code, Math.max(0, people - base + 1), people + base - 1);
                    case Shown.Unknown _ -> new Figure(code, 0, 0);
                };
        figures.merge(code, figure, Audit::both);
    }

    /** What was told twice holds twice; when both cannot hold, it changed, and the newer holds. */
    private static Figure both(Figure older, Figure newer) {
        double least = Math.max(older.least(), newer.least());
        double most = Math.min(older.most(), newer.most());
        return least <= most ? new Figure(newer.code(), least, most) : newer;
    }

    private void equate(long whole, int dimension, Coordinates.Way way) {
        var sum = new HashMap<Long, Integer>();
        boolean gap = !way.exact();
        for (int node : way.parts()) {
            long part = coordinates.moved(whole, dimension, node);
            gap |= !figures.containsKey(part);
            if (figures.containsKey(part)) {
                sum.put(part, 1);
            }
        }
        if (sum.isEmpty()) {
            return;
        }
        if (gap) {
            figures.put(gaps, new Figure(gaps, 0, NO_END));
            sum.put(gaps--, 1);
        }
        sum.put(whole, -1);
        sums.add(sum);
        sum.keySet().forEach(code -> sumsOf.computeIfAbsent(code, none -> new ArrayList<>()).add(sums.size() - 1));
    }

    /** What can be concluded of one cell; nothing is when the sheets contradict each other. */
    public Range range(Told told, Sheet sheet, List<String> cell) {
        long code = coordinates.code(told.period(), sheet.axes(), cell);
        var figure = figures.get(code);
        if (figure == null || figure.least() == figure.most()) {
            return figure == null ? new Range(0, NO_END) : new Range(figure.least(), figure.most());
        }
        return new Range(solve(code, true), solve(code, false));
    }

    private double solve(long code, boolean least) {
        var model = new ExpressionsBasedModel();
        var variables = new HashMap<Long, Variable>();
        var reached = new HashSet<Integer>();
        var waiting = new ArrayDeque<Long>(List.of(code));
        variables.put(code, variable(model, code).weight(1));
        while (!waiting.isEmpty()) {
            for (int id : sumsOf.getOrDefault(waiting.remove(), List.of())) {
                if (reached.add(id)) {
                    write(model, id, variables, waiting);
                }
            }
        }
        var result = least ? model.minimise() : model.maximise();
        if (!result.getState().isFeasible()) {
            return figures.get(code).least() * (least ? 1 : 0) + (least ? 0 : figures.get(code).most());
        }
        return result.getState().isOptimal() ? result.getValue() : least ? 0 : NO_END;
    }

    private void write(ExpressionsBasedModel model, int id, Map<Long, Variable> variables, ArrayDeque<Long> waiting) {
        var sum = model.newExpression("sum" + id);
        double known = 0;
        for (var each : new java.util.TreeMap<>(sums.get(id)).entrySet()) {
            var figure = figures.get(each.getKey());
            if (figure == null || figure.least() == figure.most()) {
                known += each.getValue() * (figure == null ? 0 : figure.least());
                continue;
            }
            var variable = variables.get(each.getKey());
            if (variable == null) {
                variable = variable(model, each.getKey());
                variables.put(each.getKey(), variable);
                waiting.add(each.getKey());
            }
            sum.set(variable, each.getValue());
        }
        sum.level(-known);
    }

    private Variable variable(ExpressionsBasedModel model, long code) {
        var figure = figures.get(code);
        var variable = model.newVariable("figure" + code).integer(wholeNumbers);
        if (figure != null) {
            variable.lower(figure.least());
            if (figure.most() < NO_END) {
                variable.upper(figure.most());
            }
        }
        return variable;
    }
}
