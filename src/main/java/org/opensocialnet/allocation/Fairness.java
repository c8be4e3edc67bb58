package org.opensocialnet.allocation;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the floors: first what each group and community could have had alone; then, of the shares asked for, as much as all
 * can have together. Where they exclude each other, the lowest is made as high as can be, then their sum.
 */
final class Fairness {

    private static final double GOOD_ENOUGH = 0.005;
    private static final int HUNDRED = 100;

    /**
     * @param way one that keeps them, to start from; none where there are no floors
     * @param stopped by the clock
     */
    record Drawn(List<Held> floors, @Nullable Account way, boolean stopped) {}

    private record Asked(Floor floor, String key, long could) {

        long ofOnePercent() {
            return Math.max(1, could / HUNDRED);
        }
    }

    private Fairness() {}

    static Drawn draw(Case asked, Effort effort) {
        var all = new ArrayList<Asked>();
        boolean stopped = false;
        for (var floor : asked.portfolio.floors().stream()
                .sorted(Comparator.comparing(Floor::of))
                .toList()) {
            for (var key :
                    asked.lines.stream().map(floor::keyOf).distinct().sorted().toList()) {
                var alone = new Program(
                        asked, line -> floor.keyOf(asked.lines.get(line)).equals(key));
                var answer = alone.most(alone.value().build(), effort.part(0.1).withGap(GOOD_ENOUGH));
                stopped |= answer != null && answer.stopped();
                if (answer != null && answer.value() > 0) {
                    all.add(new Asked(floor, key, answer.value()));
                }
            }
        }
        return all.isEmpty() ? new Drawn(List.of(), null, stopped) : together(asked, all, effort.part(0.5), stopped);
    }

    private static Drawn together(Case asked, List<Asked> all, Effort effort, boolean stopped) {
        var program = new Program(asked, _ -> true);
        var goal = LinearExpr.newBuilder();
        IntVar lowest = program.model.newIntVar(0, HUNDRED, "");
        long sum = 1;
        var shares = new ArrayList<IntVar>();
        for (var each : all) {
            int percent = each.floor().percent();
            var share = program.model.newIntVar(0, percent, "");
            shares.add(share);
            sum += percent;
            goal.add(share);
            program.model.addGreaterOrEqual(
                    program.value(each.floor(), each.key()).addTerm(share, -each.ofOnePercent()), 0);
            // Floors may ask for different shares: how far each is kept is compared in parts of its own.
            program.model.addLessOrEqual(LinearExpr.term(lowest, percent), LinearExpr.term(share, HUNDRED));
        }
        goal.addTerm(lowest, sum);
        var answer = program.most(goal.build(), effort.withGap(0));
        if (answer == null) {
            return new Drawn(List.of(), null, true);
        }
        var account = Account.of(asked, answer.taken());
        var floors = new ArrayList<Held>();
        for (var each : all) {
            long got = account.value(each.floor(), each.key());
            int percent = (int) Math.min(each.floor().percent(), got / each.ofOnePercent());
            floors.add(new Held(each.floor(), each.key(), each.could(), percent, each.ofOnePercent() * percent, got));
        }
        return new Drawn(floors, account, stopped || answer.stopped());
    }

    static List<Held> kept(List<Held> floors, Account account) {
        return floors.stream()
                .map(held -> new Held(
                        held.floor(),
                        held.key(),
                        held.could(),
                        held.percent(),
                        held.least(),
                        account.value(held.floor(), held.key())))
                .toList();
    }
}
