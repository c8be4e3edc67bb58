package org.opensocialnet.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.allocation.Proposal.Share;

/** Who has what so far, and what is left of everything: exact, and refusing whatever a ceiling forbids. */
final class Account {

    final Case asked;
    final int[] has;
    final int[] taken;

    private final long[] leftOfCap;
    private final long[] leftOfQuota;

    Account(Case asked) {
        this.asked = asked;
        has = new int[asked.lines.size()];
        taken = new int[asked.ways.size()];
        leftOfCap = asked.caps.stream().mapToLong(Case.Cap::amount).toArray();
        leftOfQuota = asked.quotas.stream().mapToLong(Quota::units).toArray();
    }

    private Account(Account other) {
        asked = other.asked;
        has = other.has.clone();
        taken = other.taken.clone();
        leftOfCap = other.leftOfCap.clone();
        leftOfQuota = other.leftOfQuota.clone();
    }

    Account copy() {
        return new Account(this);
    }

    /** What the solver answered is reckoned once more here, by addition alone. Whatever breaks a rule is a fault. */
    static Account of(Case asked, int[] taken) {
        var account = new Account(asked);
        for (int way = 0; way < taken.length; way++) {
            account.take(way, taken[way]);
        }
        for (int line = 0; line < account.has.length; line++) {
            int steps = -1;
            for (var ways : asked.waysOf.get(line)) {
                int sum = ways.stream().mapToInt(way -> taken[way]).sum();
                account.check(steps == -1 || sum == steps, "all pieces of a line go together");
                steps = sum;
            }
            account.check(steps <= asked.steps(line), "nobody gets more than was asked");
            account.check(steps == 0 || steps >= asked.lines.get(line).amount().leastSteps(), "no less than helps");
            account.give(line, steps);
        }
        return account;
    }

    /** A proposal read back, also under other sources. */
    static Account of(Case asked, List<Share> shares) {
        var units = new HashMap<List<String>, Long>();
        shares.forEach(
                share -> units.merge(List.of(share.line(), share.item(), share.source()), share.units(), Long::sum));
        int[] taken = new int[asked.ways.size()];
        for (int way = 0; way < taken.length; way++) {
            var each = asked.ways.get(way);
            var line = asked.lines.get(each.line());
            var name = List.of(
                    line.id(),
                    line.pieces().get(each.piece()).item(),
                    asked.sources.get(each.source()).id());
            taken[way] = (int) (units.getOrDefault(name, 0L) / line.amount().step());
        }
        return of(asked, taken);
    }

    long left(int cap) {
        return leftOfCap[cap];
    }

    long leftOfQuota(int quota) {
        return leftOfQuota[quota];
    }

    /** The steps this way could still bring. */
    int room(int way) {
        var each = asked.ways.get(way);
        long room = each.most() - taken[way];
        for (int cap : each.caps()) {
            room = each.takes() == 0 ? room : Math.min(room, leftOfCap[cap] / each.takes());
        }
        return (int) room;
    }

    int takeUpTo(int way, int steps) {
        int part = Math.min(steps, room(way));
        take(way, part);
        return part;
    }

    /** Gives a line so many steps more, from its ways in their order, or nothing at all. */
    boolean fill(int line, int steps) {
        for (int quota = 0; quota < leftOfQuota.length; quota++) {
            if (asked.quotas.get(quota).counts(asked.lines.get(line))
                    && leftOfQuota[quota]
                            < steps * asked.lines.get(line).amount().step()) {
                return false;
            }
        }
        var done = new ArrayList<int[]>();
        for (var ways : asked.waysOf.get(line)) {
            int needed = steps;
            for (int way : ways) {
                int part = takeUpTo(way, needed);
                done.add(new int[] {way, part});
                needed -= part;
            }
            if (needed > 0) {
                done.forEach(each -> take(each[0], -each[1]));
                return false;
            }
        }
        give(line, steps);
        return true;
    }

    private void take(int way, int steps) {
        var each = asked.ways.get(way);
        taken[way] += steps;
        check(taken[way] >= 0 && taken[way] <= each.most(), "no way gives more than it has");
        for (int cap : each.caps()) {
            leftOfCap[cap] -= Math.multiplyExact(each.takes(), (long) steps);
            check(leftOfCap[cap] >= 0, "no ceiling is broken");
        }
    }

    private void give(int line, int steps) {
        has[line] += steps;
        for (int quota = 0; quota < leftOfQuota.length; quota++) {
            if (asked.quotas.get(quota).counts(asked.lines.get(line))) {
                leftOfQuota[quota] -= steps * asked.lines.get(line).amount().step();
                check(leftOfQuota[quota] >= 0, "no quota is broken");
            }
        }
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalStateException("A proposal must not break a rule: " + rule);
        }
    }

    long value() {
        long value = 0;
        for (int line = 0; line < has.length; line++) {
            value += asked.valueOfStep[line] * has[line];
        }
        return value;
    }

    long value(Floor floor, String key) {
        long value = 0;
        for (int line = 0; line < has.length; line++) {
            value += floor.keyOf(asked.lines.get(line)).equals(key) ? asked.valueOfStep[line] * has[line] : 0;
        }
        return value;
    }

    List<Share> shares() {
        var shares = new ArrayList<Share>();
        for (int way = 0; way < taken.length; way++) {
            if (taken[way] > 0) {
                var each = asked.ways.get(way);
                var line = asked.lines.get(each.line());
                shares.add(new Share(
                        line.id(),
                        line.pieces().get(each.piece()).item(),
                        asked.sources.get(each.source()).id(),
                        taken[way] * line.amount().step(),
                        taken[way] * each.takes()));
            }
        }
        return shares;
    }

    Map<String, Long> leftOfSources() {
        var left = new HashMap<String, Long>();
        for (int cap = 0; cap < asked.sources.size(); cap++) {
            left.put(asked.sources.get(cap).id(), leftOfCap[cap]);
        }
        return left;
    }
}
