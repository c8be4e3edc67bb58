package org.opensocialnet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.opensocialnet.catchment.Access;
import org.opensocialnet.catchment.Accessibility;
import org.opensocialnet.catchment.Catchment;
import org.opensocialnet.catchment.Reach;
import org.opensocialnet.catchment.Ways;
import org.opensocialnet.kernel.GeoPoint;

/**
 * Floating catchment areas with a bell over walking distance: 7 communities of 3,000 cells each, 1,000 sites, half an hour
 * on foot. The baseline asks for the distance of every cell to every site, and adds up in two plain loops.
 */
final class CatchmentBench implements Bench.Benchmark {

    private static final int CELLS = 7 * 3_000;
    private static final int SITES = 1_000;
    private static final double FACTOR = 1.3;
    private static final double LIMIT = 2_000;
    private static final double SIGMA = 800;
    private static final double GOAL_SECONDS = 1;

    private final List<GeoPoint> cells = points(new Random(1), CELLS);
    private final List<GeoPoint> sites = points(new Random(2), SITES);
    private final double[] people = new Random(3).doubles(CELLS, 1, 200).toArray();
    private final double[] places = new Random(4).doubles(SITES, 0, 50).toArray();

    @Override
    public void run(Consumer<Result> found) {
        double ours = Double.MAX_VALUE;
        double plain = Double.MAX_VALUE;
        for (int run = 0; run < 4; run++) {
            long begun = System.nanoTime();
            var answer = ours();
            ours = Math.min(ours, (System.nanoTime() - begun) / 1e9);
            begun = System.nanoTime();
            double[] loops = loops();
            plain = Math.min(plain, (System.nanoTime() - begun) / 1e9);
            agree(answer, loops);
        }
        found.accept(new Result(
                "catchment: %,d cells, %,d sites, two steps with a bell".formatted(CELLS, SITES),
                "%.2f s".formatted(ours),
                "two plain loops %.2f s".formatted(plain),
                ours / plain,
                "under %.0f s".formatted(GOAL_SECONDS),
                ours < GOAL_SECONDS));
    }

    private Accessibility ours() {
        var ways = Ways.walking(cells, sites, FACTOR, LIMIT);
        return new Catchment(ways, Reach.gaussian(SIGMA, LIMIT)).twoStep(people, places);
    }

    private double[] loops() {
        double[] ratio = new double[SITES];
        for (int site = 0; site < SITES; site++) {
            double demand = 0;
            for (int cell = 0; cell < CELLS; cell++) {
                demand += weight(cell, site) * people[cell];
            }
            ratio[site] = demand > 0 ? places[site] / demand : 0;
        }
        double[] access = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            for (int site = 0; site < SITES; site++) {
                access[cell] += weight(cell, site) * ratio[site];
            }
        }
        return access;
    }

    private double weight(int cell, int site) {
        double metres = FACTOR * cells.get(cell).metresTo(sites.get(site));
        return metres <= LIMIT ? Math.exp(-metres * metres / (2 * SIGMA * SIGMA)) : 0;
    }

    private static void agree(Accessibility answer, double[] loops) {
        for (int cell = 0; cell < CELLS; cell++) {
            double ours = answer.areas().get(cell) instanceof Access.Places(double each) ? each : 0;
            if (Math.abs(ours - loops[cell]) > 1e-9 * (1 + loops[cell])) {
                throw new IllegalStateException("Cell " + cell + " has another answer.");
            }
        }
    }

    /** Spread over about the size of Athens. */
    private static List<GeoPoint> points(Random random, int count) {
        var points = new ArrayList<GeoPoint>(count);
        for (int i = 0; i < count; i++) {
            points.add(new GeoPoint(37.95 + 0.06 * random.nextDouble(), 23.69 + 0.08 * random.nextDouble()));
        }
        return points;
    }
}
