package org.opensocialnet.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opensocialnet.disclosure.Axis;
import org.opensocialnet.disclosure.Count;
import org.opensocialnet.disclosure.Disclosure;
import org.opensocialnet.disclosure.Ledger;
import org.opensocialnet.disclosure.Period;
import org.opensocialnet.disclosure.Protected;
import org.opensocialnet.disclosure.Request;
import org.opensocialnet.disclosure.Rule;
import org.opensocialnet.disclosure.Table;

/**
 * The coverage matrix, 120 kinds of service by 20 groups by 7 communities with all its totals, protected before it is
 * told: once with a third of the services and groups in use, once with nearly all. The baseline is a matrix of a quarter
 * of the services; the ratio says how time grows.
 */
final class DisclosureBench implements Bench.Benchmark {

    private static final double GOAL_SECONDS = 5;

    @Override
    public void run(Consumer<Result> found) {
        for (int warm = 0; warm < 3; warm++) {
            protect(matrix(30, 0.5, 4));
        }
        found.accept(measured("sparse", 0.3, 4));
        found.accept(measured("dense", 0.9, 12));
    }

    private static Result measured(String name, double density, double mean) {
        double quarter = seconds(matrix(30, density, mean));
        var whole = matrix(120, density, mean);
        double seconds = seconds(whole);
        var proof = protect(whole).proof();
        return new Result(
                "disclosure: coverage matrix of %,d figures, %s".formatted(proof.figures(), name),
                "%.2f s; %,d small, %,d more withheld".formatted(seconds, proof.sensitive(), proof.withheld()),
                "a quarter of it %.2f s".formatted(quarter),
                seconds / quarter,
                "under %.0f s".formatted(GOAL_SECONDS),
                seconds < GOAL_SECONDS);
    }

    private static double seconds(Table table) {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long begun = System.nanoTime();
            protect(table);
            best = Math.min(best, (System.nanoTime() - begun) / 1e9);
        }
        return best;
    }

    private static Protected protect(Table table) {
        var day = LocalDate.of(2026, 5, 1);
        return new Disclosure(Rule.usual())
                .protect(new Request("needs, persons", Period.moment(day), day, List.of(table)), Ledger.EMPTY);
    }

    private static Table matrix(int services, double density, double mean) {
        var random = new Random(1);
        var axes = List.of(axis("service", services), axis("group", 20), axis("zone", 7));
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
