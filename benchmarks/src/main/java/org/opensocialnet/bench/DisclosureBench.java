package org.opensocialnet.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opensocialnet.disclosure.Audit;
import org.opensocialnet.disclosure.Axis;
import org.opensocialnet.disclosure.Count;
import org.opensocialnet.disclosure.Disclosure;
import org.opensocialnet.disclosure.Publications;
import org.opensocialnet.disclosure.Period;
import org.opensocialnet.disclosure.Protected;
import org.opensocialnet.disclosure.Request;
import org.opensocialnet.disclosure.Rule;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.disclosure.Table;

/**
 * The coverage matrix of a month, 7 communities by 40 kinds of service by 15 groups with all its totals, protected before
 * it is told: sparse, dense, and with twelve months told before it: the next month, and the year they make up. The
 * baseline is what looking at each small figure by linear programming would take, reckoned from one of them.
 */
final class DisclosureBench implements Bench.Benchmark {

    private static final double GOAL_SECONDS = 1;
    private static final double GOAL_OF_A_YEAR = 15;
    private static final int MONTHS = 12;

    @Override
    public void run(Consumer<Result> found) {
        for (int warm = 0; warm < 5; warm++) {
            protect(matrix(10, 0.5, 4, warm), month(0), Publications.EMPTY);
        }
        found.accept(measured("sparse", matrix(40, 0.3, 4, 0), month(0), Publications.EMPTY, GOAL_SECONDS));
        found.accept(measured("dense", matrix(40, 0.9, 12, 0), month(0), Publications.EMPTY, GOAL_SECONDS));
        var ledger = Publications.EMPTY;
        var year = new HashMap<List<String>, Count>();
        for (int month = 1; month <= MONTHS; month++) {
            var table = matrix(40, 0.3, 4, month);
            table.cells().forEach((cell, count) ->
                    year.merge(cell, count, (a, b) -> Count.of(a.people() + b.people())));
            ledger = ledger.plus(protect(table, month(month), ledger).publication());
        }
        found.accept(measured("the month after twelve", matrix(40, 0.3, 4, 0), month(0), ledger, GOAL_SECONDS));
        var whole = new Period(month(1).from(), month(MONTHS).until());
        var axes = matrix(40, 0.3, 4, 1).axes();
        found.accept(measured("the year after its months", new Table("coverage", axes, year), whole, ledger, GOAL_OF_A_YEAR));
    }

    private static Result measured(String name, Table table, Period period, Publications ledger, double goal) {
        double best = Double.MAX_VALUE;
        Protected told = protect(table, period, ledger);
        for (int run = 0; run < 3; run++) {
            long begun = System.nanoTime();
            told = protect(table, period, ledger);
            best = Math.min(best, (System.nanoTime() - begun) / 1e9);
        }
        var proof = told.proof();
        double programs = programs(told, proof.sensitive());
        return new Result(
                "disclosure: coverage matrix of %,d figures, %s".formatted(proof.figures(), name),
                "%.2f s; %,d small, %,d more withheld".formatted(best, proof.sensitive(), proof.withheld()),
                "linear programs for each small figure %.0f s".formatted(programs),
                best / programs,
                "under %.0f s".formatted(goal),
                best < goal);
    }

    /** Two linear programs for each small figure, each as long as those of the first. */
    private static double programs(Protected told, int small) {
        var sheet = told.sheets().getFirst();
        var cell = sheet.cells().entrySet().stream()
                .filter(each -> each.getValue() instanceof Shown.FewerThan)
                .map(Map.Entry::getKey)
                .min(java.util.Comparator.comparing(List::toString))
                .orElseThrow();
        var audit = new Audit(List.of(told.told()));
        long begun = System.nanoTime();
        audit.range(told.told(), sheet, cell);
        return small * (System.nanoTime() - begun) / 1e9;
    }

    private static Protected protect(Table table, Period period, Publications ledger) {
        var day = period.until();
        return new Disclosure(Rule.usual()).protect(new Request("needs, persons", period, day, List.of(table)), ledger);
    }

    /** Month 0 is the one that follows the last. */
    private static Period month(int number) {
        var first = LocalDate.of(2025, 12, 1).plusMonths(number == 0 ? MONTHS + 1 : number);
        return new Period(first, first.plusMonths(1));
    }

    private static Table matrix(int services, double density, double mean, int month) {
        var random = new Random(1 + month);
        var axes = List.of(axis("service", services), axis("group", 15), axis("zone", 7));
        var weights = axes.stream()
                .map(axis -> {
                    var ofNode = new HashMap<String, Double>();
                    axis.leaves().forEach(leaf -> ofNode.put(leaf, Math.exp(random.nextGaussian())));
                    return ofNode;
                })
                .toList();
        Map<List<String>, Count> leaves = new HashMap<>();
        for (var service : axes.get(0).leaves()) {
            for (var group : axes.get(1).leaves()) {
                boolean some = random.nextDouble() < density;
                for (var zone : axes.get(2).leaves()) {
                    double expected = mean
                            * weights.get(0).get(service)
                            * weights.get(1).get(group)
                            * weights.get(2).get(zone);
                    double people = -expected * Math.log(1 - random.nextDouble());
                    leaves.put(List.of(service, group, zone), Count.of(some ? (long) people : 0));
                }
            }
        }
        return Table.of("coverage", axes, leaves);
    }

    private static Axis axis(String name, int parts) {
        return Axis.flat(name, "all", IntStream.range(0, parts).mapToObj(i -> "%s %03d".formatted(name, i)).toList());
    }
}
