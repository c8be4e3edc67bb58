package org.opensocialnet.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.opensocialnet.allocation.Line.Recipient;
import org.opensocialnet.allocation.Proposal.Ending;
import org.opensocialnet.allocation.Source.Stock;

/** Knapsacks with several constraints, of Petersen (1967), whose best values are known: OR-Library, mknap1. */
class KnapsacksTest {

    /** The numbers have one decimal or two. */
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Test
    void allSevenAreProven() throws IOException {
        var file = Path.of(System.getenv().getOrDefault("OSN_SHARED_DATA", "../shared/data"))
                .resolve("allocation/mknap1.txt");
        assumeTrue(Files.exists(file), () -> "needs " + file + "; set OSN_SHARED_DATA to where the shared data lies");
        try (var numbers = new Scanner(file)) {
            int problems = numbers.nextInt();
            assertThat(problems).isEqualTo(7);
            for (int problem = 0; problem < problems; problem++) {
                int things = numbers.nextInt();
                int constraints = numbers.nextInt();
                long best = exact(numbers) * Case.SCALE;
                var proposal = new Allocation(Effort.USUAL).propose(knapsack(numbers, things, constraints), 1);

                assertThat(proposal.value()).isEqualTo(best);
                assertThat(proposal.bound()).isEqualTo(best);
                assertThat(proposal.ending()).isIn(Ending.SETTLED, Ending.BEST);
            }
        }
    }

    /** A thing is a line that needs some of each of the stocks, or it is of no use. */
    private static Portfolio knapsack(Scanner numbers, int things, int constraints) {
        long[] worth = new long[things];
        for (int thing = 0; thing < things; thing++) {
            worth[thing] = exact(numbers);
        }
        var pieces = new ArrayList<List<Piece>>();
        for (int thing = 0; thing < things; thing++) {
            pieces.add(new ArrayList<>());
        }
        for (int constraint = 0; constraint < constraints; constraint++) {
            for (int thing = 0; thing < things; thing++) {
                pieces.get(thing).add(new Piece("resource " + constraint, exact(numbers), null));
            }
        }
        var stocks = new ArrayList<Stock>();
        for (int constraint = 0; constraint < constraints; constraint++) {
            stocks.add(new Stock("stock " + constraint, "resource " + constraint, exact(numbers), Conditions.NONE));
        }
        var day = LocalDate.of(2026, 11, 2);
        var lines = new ArrayList<Line>();
        for (int thing = 0; thing < things; thing++) {
            lines.add(new Line(
                    "thing " + thing,
                    "",
                    "",
                    new Recipient("", "", ""),
                    day,
                    Amount.whole(1),
                    pieces.get(thing),
                    new Need(1, 0, 0, worth[thing])));
        }
        return new Portfolio(day, lines, List.copyOf(stocks), List.of(), List.of(), new Weights(1, 0, 0));
    }

    private static long exact(Scanner numbers) {
        return new BigDecimal(numbers.next()).multiply(HUNDRED).longValueExact();
    }
}
