package org.opensocialnet.bench;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opensocialnet.allocation.AllocationWork;
import org.opensocialnet.allocation.Portfolio;
import org.opensocialnet.allocation.Proposal;

/**
 * Who gets what when it does not suffice: 500 lines and 20 envelopes to a proven gap of 1 %, plain and with floors for 8
 * groups and 7 communities. The baseline is the simple rule, by need per euro; on 50 small cities it must never be better.
 */
final class AllocationBench implements Bench.Benchmark {

    private static final int CITIES = 5;
    private static final int SMALL = 50;
    private static final double GAP = 0.01;
    private static final double GOAL_SECONDS = 10;

    @Override
    public void run(Consumer<Result> found) {
        AllocationWork.load();
        found.accept(small());
        found.accept(large("", false));
        found.accept(large(", with 15 floors", true));
        var asked = AllocationWork.city(1, 100, 8, true);
        var proposal = AllocationWork.propose(asked);
        long begun = System.nanoTime();
        var more = AllocationWork.more(asked, proposal, "envelope A");
        double seconds = (System.nanoTime() - begun) / 1e9;
        found.accept(new Result(
                "allocation: what 1,000 € more buy, 100 lines x 8 envelopes",
                "%.2f s; gain %,d to %,d thousandths of a point".formatted(seconds, more.atLeast(), more.atMost()),
                "goal " + GOAL_SECONDS + " s",
                seconds / GOAL_SECONDS,
                "under %.0f s".formatted(GOAL_SECONDS),
                seconds < GOAL_SECONDS));
    }

    private static Result small() {
        var answers = IntStream.range(0, SMALL)
                .mapToObj(city -> AllocationWork.propose(AllocationWork.city(city, 40, 6, false)))
                .toList();
        boolean never = answers.stream().allMatch(each -> each.value() >= each.simple());
        double gain = answers.stream().mapToDouble(AllocationBench::gain).average().orElseThrow();
        double most = answers.stream().mapToDouble(AllocationBench::gain).max().orElseThrow();
        return new Result(
                "allocation: 50 portfolios of 40 lines x 6 envelopes",
                "%.1f %% more need met, at best %.1f %%".formatted(gain, most),
                "the simple rule",
                1 + gain / 100,
                "never worse",
                never);
    }

    private static Result large(String with, boolean fair) {
        double slowest = 0;
        double gap = 0;
        double gain = 0;
        for (int city = 0; city < CITIES; city++) {
            Portfolio asked = AllocationWork.city(city, 500, 20, fair);
            long begun = System.nanoTime();
            var proposal = AllocationWork.propose(asked);
            slowest = Math.max(slowest, (System.nanoTime() - begun) / 1e9);
            gap = Math.max(gap, proposal.gap());
            gain += gain(proposal) / CITIES;
        }
        return new Result(
                "allocation: 500 lines x 20 envelopes%s, the slowest of %d".formatted(with, CITIES),
                String.format(Locale.ROOT, "%.2f s; gap %.2f %%", slowest, 100 * gap),
                "the simple rule meets %.1f %% less".formatted(gain),
                slowest / GOAL_SECONDS,
                "under %.0f s to a gap of 1 %%".formatted(GOAL_SECONDS),
                slowest < GOAL_SECONDS && gap <= GAP);
    }

    private static double gain(Proposal proposal) {
        return 100.0 * (proposal.value() - proposal.simple()) / Math.max(1, proposal.simple());
    }
}
