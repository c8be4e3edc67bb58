package org.opensocialnet.allocation;

import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.allocation.More.Change;
import org.opensocialnet.allocation.Program.Answer;
import org.opensocialnet.allocation.Proposal.Ending;

/**
 * Proposes who gets what when it does not suffice. Floors first; then the most need met; among equals the cheapest; among
 * those what the lot says. The same portfolio and seed give the same proposal, in whatever order its lines came.
 */
public final class Allocation {

    private final Effort effort;

    public Allocation(Effort effort) {
        this.effort = effort;
    }

    /** Where the solver cannot be loaded, all others refuse with {@link SolverMissing}; this asks beforehand. */
    public static void load() {
        Natives.load();
    }

    public Proposal propose(Portfolio portfolio, long seed) {
        Natives.load();
        var asked = new Case(portfolio, seed);
        var simple = Greedy.fill(asked);
        var fair = Fairness.draw(asked, effort);
        var start = fair.way() == null ? simple : Greedy.fill(fair.way());
        var found = most(asked, fair.floors(), start, effort);
        var ending = fair.stopped() || found.stopped
                ? Ending.STOPPED
                : found.account.value() == found.bound ? Ending.BEST : Ending.WITHIN_GAP;
        var chosen = found.account;
        if (ending == Ending.BEST) {
            var settled = new Ties(asked, fair.floors(), effort.part(0.25).withGap(0)).settle(chosen);
            chosen = settled.account();
            ending = settled.proven() ? Ending.SETTLED : settled.stopped() ? Ending.STOPPED : Ending.BEST;
        }
        return new Proposal(
                seed,
                chosen.value(),
                found.bound,
                simple.value(),
                chosen.shares(),
                new Reasons(chosen).all(),
                Fairness.kept(fair.floors(), chosen),
                chosen.leftOfSources(),
                ending);
    }

    /** What so many cents more in an envelope would buy, solved anew. */
    public More more(Portfolio portfolio, Proposal proposal, String envelope, long cents) {
        Natives.load();
        var asked = new Case(portfolio.withMore(envelope, cents), proposal.seed());
        var before = Account.of(asked, proposal.shares());
        var found = most(asked, proposal.floors(), Greedy.fill(before.copy()), effort);
        var gets = new ArrayList<Change>();
        var loses = new ArrayList<Change>();
        for (int line = 0; line < before.has.length; line++) {
            long units = (found.account.has[line] - before.has[line])
                    * asked.lines.get(line).amount().step();
            if (units != 0) {
                (units > 0 ? gets : loses).add(new Change(asked.lines.get(line).id(), Math.abs(units)));
            }
        }
        return new More(
                envelope,
                cents,
                found.account.value() - proposal.value(),
                Math.max(0, found.account.value() - proposal.bound()),
                found.bound - proposal.value(),
                gets,
                loses);
    }

    private record Found(Account account, long bound, boolean stopped) {}

    private static Found most(Case asked, List<Held> floors, Account start, Effort effort) {
        var program = new Program(asked, _ -> true).least(floors);
        program.startFrom(start);
        var answer = program.most(program.value().build(), effort);
        var account = answer == null ? start : better(start, asked, answer);
        long all = 0;
        for (int line = 0; line < asked.lines.size(); line++) {
            all += asked.valueOfStep[line] * asked.steps(line);
        }
        return new Found(
                account,
                answer == null ? all : Math.max(answer.bound(), account.value()),
                answer == null || answer.stopped());
    }

    /** What the search left lying is picked up. */
    private static Account better(Account start, Case asked, Answer answer) {
        var found = Greedy.fill(Account.of(asked, answer.taken()));
        return found.value() >= start.value() ? found : start;
    }
}
