package org.opensocialnet.allocation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** What an office does with a list and a pencil: the line that meets most need per euro first, then the next that fits. */
final class Greedy {

    private Greedy() {}

    static Account fill(Case asked) {
        return fill(new Account(asked));
    }

    /** Adds to what is there whatever still fits. */
    static Account fill(Account account) {
        var asked = account.asked;
        IntStream.range(0, asked.lines.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer line) -> -worth(asked, line))
                        .thenComparing(line -> line))
                .forEach(line -> most(account, line));
        return account;
    }

    /** Points per cent of its price; what has none is tried first. */
    private static double worth(Case asked, int line) {
        long price = 0;
        for (var piece : asked.lines.get(line).pieces()) {
            price += piece.price() == null ? 0 : piece.price().cents();
        }
        return (double) asked.valueOfStep[line]
                / Math.max(1, price * asked.lines.get(line).amount().step());
    }

    /** Whether a number of steps fits is asked by halves; whoever gets fewer than would fit only loses a little. */
    private static void most(Account account, int line) {
        int rest = account.asked.steps(line) - account.has[line];
        int least = Math.max(1, account.asked.next(line, account.has[line]));
        for (int part = rest; part >= 1 && rest > 0; ) {
            boolean enough = account.has[line] > 0 || part >= least;
            if (enough && part <= rest && account.fill(line, part)) {
                rest -= part;
            } else if (part > least && account.has[line] == 0) {
                part = Math.max(least, part / 2);
            } else {
                part = account.has[line] == 0 ? 0 : part / 2;
            }
        }
    }
}
