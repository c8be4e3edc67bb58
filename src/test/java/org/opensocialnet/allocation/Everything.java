package org.opensocialnet.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.opensocialnet.allocation.Proposal.Share;

/** Every way to divide a small portfolio of whole lines, tried one after the other. */
final class Everything {

    private final Case asked;
    private final List<Account> all = new ArrayList<>();

    Everything(Portfolio portfolio) {
        asked = new Case(portfolio, 0);
        divide(0, new int[asked.ways.size()]);
    }

    private void divide(int line, int[] taken) {
        if (line == asked.lines.size()) {
            try {
                all.add(Account.of(asked, taken.clone()));
            } catch (IllegalStateException e) {
                // This one breaks a rule.
            }
            return;
        }
        divide(line + 1, taken);
        for (int way : asked.waysOf.get(line).getFirst()) {
            taken[way] = 1;
            divide(line + 1, taken);
            taken[way] = 0;
        }
    }

    long most(Floor floor, String key) {
        return most(each -> each.value(floor, key));
    }

    long fairest(List<Held> floors) {
        return most(each -> AllocationLawsTest.fairness(floors.stream()
                .map(held -> new Held(held.floor(), held.key(), held.could(), percent(held, each), 0, 0))
                .toList()));
    }

    long best(List<Held> floors) {
        return most(each -> keeps(floors, each) ? each.value() : 0);
    }

    long cheapest(List<Held> floors, long value) {
        return -most(each -> keeps(floors, each) && each.value() == value ? -cents(each) : Long.MIN_VALUE);
    }

    private static long cents(Account account) {
        return account.shares().stream()
                .filter(share -> share.source().startsWith("E"))
                .mapToLong(Share::taken)
                .sum();
    }

    private static int percent(Held held, Account account) {
        long got = account.value(held.floor(), held.key());
        return (int) Math.min(held.floor().percent(), got / Math.max(1, held.could() / 100));
    }

    private static boolean keeps(List<Held> floors, Account account) {
        return floors.stream().allMatch(held -> account.value(held.floor(), held.key()) >= held.least());
    }

    private long most(ToLongFunction<Account> of) {
        return all.stream().mapToLong(of).max().orElseThrow();
    }
}
