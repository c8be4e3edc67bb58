package org.opensocialnet.allocation;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.SatParameters;
import com.google.ortools.util.Domain;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A case as a whole-number program for CP-SAT: what each way brings, what each line has, and all that limits them. */
final class Program {

    final CpModel model = new CpModel();
    final IntVar[] taken;
    final IntVar[] has;

    private final Case asked;

    /**
     * What was found.
     *
     * @param bound of the objective: nothing can be beyond it
     * @param stopped by the clock, not by the count of work
     */
    record Answer(int[] taken, long value, long bound, boolean stopped) {

        boolean best() {
            return value == bound;
        }
    }

    /** Lines that do not take part have nothing. */
    Program(Case asked, IntPredicate takesPart) {
        this.asked = asked;
        taken = new IntVar[asked.ways.size()];
        has = new IntVar[asked.lines.size()];
        var caps = new LinearExprBuilder[asked.caps.size()];
        var full = new double[asked.caps.size()];
        for (int line = 0; line < has.length; line++) {
            boolean in = takesPart.test(line);
            has[line] = model.newIntVarFromDomain(in ? steps(line) : new Domain(0), "");
            for (var ways : asked.waysOf.get(line)) {
                var sum = LinearExpr.newBuilder();
                for (int way : ways) {
                    var each = asked.ways.get(way);
                    taken[way] = model.newIntVar(0, in ? each.most() : 0, "");
                    sum.add(taken[way]);
                    for (int cap : each.caps()) {
                        if (caps[cap] == null) {
                            caps[cap] = LinearExpr.newBuilder();
                        }
                        caps[cap].addTerm(taken[way], each.takes());
                        full[cap] += in ? (double) each.takes() * each.most() : 0;
                    }
                }
                model.addEquality(sum, has[line]);
            }
        }
        for (int cap = 0; cap < caps.length; cap++) {
            if (caps[cap] != null && full[cap] > asked.caps.get(cap).amount()) {
                model.addLessOrEqual(caps[cap], asked.caps.get(cap).amount());
            }
        }
        for (var quota : asked.quotas) {
            model.addLessOrEqual(
                    sum(
                            line -> quota.counts(asked.lines.get(line)),
                            line -> asked.lines.get(line).amount().step()),
                    quota.units());
        }
    }

    private Domain steps(int line) {
        long least = asked.lines.get(line).amount().leastSteps();
        return Domain.fromIntervals(new long[][] {{0, 0}, {least, asked.steps(line)}});
    }

    /** What a line counts for. */
    interface PerStep {
        long of(int line);
    }

    LinearExprBuilder sum(IntPredicate of, PerStep perStep) {
        var sum = LinearExpr.newBuilder();
        for (int line = 0; line < has.length; line++) {
            if (of.test(line)) {
                sum.addTerm(has[line], perStep.of(line));
            }
        }
        return sum;
    }

    LinearExprBuilder value() {
        return sum(_ -> true, line -> asked.valueOfStep[line]);
    }

    LinearExprBuilder value(Floor floor, String key) {
        return sum(line -> floor.keyOf(asked.lines.get(line)).equals(key), line -> asked.valueOfStep[line]);
    }

    LinearExprBuilder cents(int sign) {
        var sum = LinearExpr.newBuilder();
        for (int way = 0; way < taken.length; way++) {
            var each = asked.ways.get(way);
            if (asked.sources.get(each.source()) instanceof Source.Envelope) {
                sum.addTerm(taken[way], sign * each.takes());
            }
        }
        return sum;
    }

    Program least(Iterable<Held> floors) {
        for (var held : floors) {
            model.addGreaterOrEqual(value(held.floor(), held.key()), held.least());
        }
        return this;
    }

    void startFrom(Account account) {
        for (int way = 0; way < taken.length; way++) {
            model.addHint(taken[way], account.taken[way]);
        }
        for (int line = 0; line < has.length; line++) {
            model.addHint(has[line], account.has[line]);
        }
    }

    /** The most of an objective; null if nothing at all was found in time. */
    @Nullable
    Answer most(LinearExpr objective, Effort effort) {
        model.maximize(objective);
        var solver = new CpSolver();
        set(solver.getParameters(), effort);
        var status = solver.solve(model);
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException("The solver does not accept the program.");
        }
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return null;
        }
        int[] found = new int[taken.length];
        for (int way = 0; way < found.length; way++) {
            found[way] = (int) solver.value(taken[way]);
        }
        return new Answer(
                found,
                Math.round(solver.objectiveValue()),
                (long) Math.floor(solver.bestObjectiveBound() + 1e-3),
                solver.wallTime() >= effort.clock().toMillis() / 1e3);
    }

    /**
     * One path of search, so that it is the same every time, however many processors there are and however busy; and all that
     * linear programming can do, for these are ceilings over sums: it proved a hundred times faster than eight paths.
     */
    private static void set(SatParameters.Builder parameters, Effort effort) {
        parameters
                .setRandomSeed(1)
                .setNumWorkers(1)
                .setLinearizationLevel(2)
                .setRelativeGapLimit(effort.gap())
                .setMaxDeterministicTime(effort.work())
                .setMaxTimeInSeconds(effort.clock().toMillis() / 1e3);
    }
}
