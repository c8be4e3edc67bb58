package org.opensocialnet.bench;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.coverage.CoverageWork;
import org.opensocialnet.ledger.LedgerWork;
import org.opensocialnet.ledger.LedgerWork.Filled;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Ten years of a city in the ledger, a million entries each: the matrix of today and of any past day, sixteen who write at
 * once, an import, and the roll-ups reckoned anew. {@code OSN_LEDGER_ROWS} makes it smaller.
 */
final class LedgerBench implements Bench.Benchmark {

    private static final long ROWS = Long.parseLong(System.getenv().getOrDefault("OSN_LEDGER_ROWS", "10000000"));
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
    private static final int MONTHS = 120;
    private static final int ASKED = 100;
    private static final int FIRST_ASKED = 20;

    /** How many days a picture of coverage counts. */
    private static final int A_PICTURE = 30;

    private final Random random = new Random(9);

    @Override
    public void run(Consumer<Result> found) throws Exception {
        StartBench.clear(Server.DATA.resolve("ledger"));
        try (var program = new SpringApplicationBuilder(OpenSocialNet.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--osn.test-database=false",
                        "--osn.data=" + Server.DATA.resolve("ledger"),
                        "--osn.demo.enabled=false",
                        "--osn.search.upkeep=false",
                        "--spring.main.lazy-initialization=true",
                        "--logging.level.root=warn")) {
            var work = new LedgerWork(program);
            var first = work.fill(TODAY, 0, MONTHS / 10, ROWS / MONTHS);
            said(found, first, "ledger: the last year, written by statements of a month");
            found.accept(said("ledger: what that adds, folded", "%.1f s".formatted(work.fold())));
            work.settle();
            double[] small = asked(work, A_PICTURE);
            work.keepNoDeltas(true);
            var rest = work.fill(TODAY, MONTHS / 10, MONTHS, ROWS / MONTHS);
            work.keepNoDeltas(false);
            said(found, rest, "ledger: nine years before it");
            found.accept(below("ledger: roll-ups of all of it reckoned anew", work.rebuild() * 1000, 60_000));
            work.settle();
            double[] large = asked(work, A_PICTURE);
            found.accept(below("ledger: what a matrix asks of thirty days and of what is open", p95(large), 50));
            found.accept(below("ledger: the same of a year", p95(asked(work, 365)), 50));
            found.accept(below("ledger: the same of any thirty days of ten years", p95(anyDay(work)), 200));
            double growth = median(large) / median(small);
            found.accept(new Result(
                    "ledger: what a matrix asks, ten times the entries",
                    "%.1f ms".formatted(median(large)),
                    "%.1f ms".formatted(median(small)),
                    growth,
                    "under 1.2",
                    growth < 1.2));
            found.accept(below(
                    "ledger: sums of any thirty days by kind of service and group",
                    p95(times(_ -> work.sums(someDay(), A_PICTURE))),
                    50));
            coverage(found, new CoverageWork(program));
            writing(found, work);
            found.accept(below("ledger: 300,000 entries of an import, ms", work.bring(TODAY, 300_000) * 1000, 10_000));
            long wrong = work.wrong();
            found.accept(new Result(
                    "ledger: figures unlike the book", Long.toString(wrong), "0", wrong, "0", wrong == 0));
        }
    }

    private static void writing(Consumer<Result> found, LedgerWork work) throws Exception {
        work.bare(16, 2);
        work.write(TODAY, 16, 2);
        double bare = work.bare(16, 6);
        double written = work.write(TODAY, 16, 6);
        found.accept(new Result(
                "ledger: 16 write, entry and roll-up",
                "%,.0f a second".formatted(written),
                "%,.0f bare inserts a second".formatted(bare),
                written / bare,
                "2,000 a second, at least 0.4 of bare",
                written >= 2000 && written / bare >= 0.4));
    }

    /** A picture is gathered and guarded once, by whoever asks first; from then on every page reads it. */
    private static void coverage(Consumer<Result> found, CoverageWork work) {
        work.matrix(TODAY.minusDays(40));
        double[] first = IntStream.range(0, FIRST_ASKED)
                .mapToDouble(at -> work.matrix(TODAY.minusDays(100 + 100L * at)))
                .sorted()
                .toArray();
        found.accept(below("coverage: matrix of a day that nobody asked for before", p95(first), 200));
        found.accept(below(
                "coverage: matrix of a day that was told",
                p95(times(at -> work.matrix(TODAY.minusDays(100 + 100L * (at % FIRST_ASKED))))),
                50));
    }

    private static void said(Consumer<Result> found, Filled filled, String what) {
        found.accept(said(
                "%s, %,d entries".formatted(what, filled.entries()),
                "%.0f s, %,.0f a second".formatted(filled.seconds(), filled.entries() / filled.seconds())));
    }

    private static double[] asked(LedgerWork work, int days) {
        return times(at -> work.cells(TODAY.minusDays(at % 31), days));
    }

    private double[] anyDay(LedgerWork work) {
        return times(_ -> work.cells(someDay(), A_PICTURE));
    }

    private LocalDate someDay() {
        return TODAY.minusDays(random.nextInt(3_600));
    }

    private static double[] times(IntToDoubleFunction one) {
        IntStream.range(0, 10).forEach(one::applyAsDouble);
        return IntStream.range(0, ASKED).mapToDouble(one).sorted().toArray();
    }

    private static double p95(double[] times) {
        return times[times.length * 95 / 100];
    }

    private static double median(double[] times) {
        return times[times.length / 2];
    }

    private static Result below(String name, double measured, double goal) {
        return new Result(
                name,
                "%,.1f ms".formatted(measured),
                "%,.0f ms".formatted(goal),
                measured / goal,
                "under %,.0f ms".formatted(goal),
                measured < goal);
    }

    private static Result said(String name, String measured) {
        return new Result(name, measured, "none", 1, "no goal: said for those below", true);
    }
}
