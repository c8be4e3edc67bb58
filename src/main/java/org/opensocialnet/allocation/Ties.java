package org.opensocialnet.allocation;

import java.util.List;

/** Chooses among proposals of the same, proven best value: the cheapest, and of those the one the lot likes best. */
final class Ties {

    private final Case asked;
    private final List<Held> floors;
    private final Effort effort;

    /** What was chosen, and whether it is proven that the choice could not have been another. */
    record Settled(Account account, boolean proven, boolean stopped) {}

    Ties(Case asked, List<Held> floors, Effort effort) {
        this.asked = asked;
        this.floors = floors;
        this.effort = effort;
    }

    Settled settle(Account best) {
        var cheap = program(best);
        var cheapest = cheap.most(cheap.cents(-1).build(), effort);
        if (cheapest == null || !cheapest.best()) {
            return new Settled(best, false, cheapest == null || cheapest.stopped());
        }
        var cheapAccount = Account.of(asked, cheapest.taken());
        var lucky = program(cheapAccount);
        lucky.model.addLessOrEqual(lucky.cents(1), -cheapest.value());
        var drawn = lucky.most(
                lucky.sum(
                                _ -> true,
                                line -> asked.lot.bonus(asked.lines.get(line).id()))
                        .build(),
                effort);
        if (drawn == null) {
            return new Settled(cheapAccount, false, true);
        }
        return new Settled(Account.of(asked, drawn.taken()), drawn.best(), drawn.stopped());
    }

    private Program program(Account start) {
        var program = new Program(asked, _ -> true).least(floors);
        program.model.addGreaterOrEqual(program.value(), start.value());
        program.startFrom(start);
        return program;
    }
}
