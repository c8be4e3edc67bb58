package org.opensocialnet.chronicle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.pledges.Pledges;
import org.opensocialnet.pledges.Pledges.Said;
import org.opensocialnet.pledges.Pledges.Wanted;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.LineFacts;
import org.opensocialnet.support.Cover;
import org.opensocialnet.support.Covering;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Other invented organisations promise parts of what is called for; what was brought long ago was brought by them. */
@Component
class Promised {

    private static final int TO_PROMISE = 5;
    private static final int TO_GO = 8;
    private static final int TO_CLOSE = 14;

    private final Pledges pledges;
    private final Covering covering;
    private final Calls calls;
    private final Asked asked;
    private final Lot lot = new Lot(Story.SEED);
    private final TransactionOperations transactions;
    private final Clock clock;

    Promised(
            Pledges pledges,
            Covering covering,
            Calls calls,
            Asked asked,
            TransactionOperations transactions,
            Clock clock) {
        this.pledges = pledges;
        this.covering = covering;
        this.calls = calls;
        this.asked = asked;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** As far as the fate of the request goes. */
    void tell(Wish wish, UUID request, List<Door> city) {
        var chance = lot.of("promises " + wish.form());
        var parts = wish.fate().parts();
        for (var line : lines(wish, request)) {
            var first = giver(line, city, chance);
            var second = giver(line, city, chance);
            var covered = part(line, parts[0]);
            var half = chance.nextBoolean() && covered.compareTo(BigDecimal.TWO) >= 0
                    ? covered.divide(BigDecimal.TWO, 0, RoundingMode.DOWN)
                    : covered;
            bring(promise(wish, line, first, half, wish.day().plusDays(TO_PROMISE)), first, half, parts, wish.day());
            var rest = covered.subtract(half);
            if (rest.signum() > 0) {
                bring(
                        promise(wish, line, second, rest, wish.day().plusDays(TO_PROMISE + 1)),
                        second,
                        rest,
                        parts,
                        wish.day());
            }
        }
        if (wish.fate() == Fate.CLOSED) {
            asked.close(request, wish.day().plusDays(TO_CLOSE));
        }
    }

    List<LineFacts> lines(Wish wish, UUID request) {
        return Asked.eyes(wish.asker())
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> calls.lines(request))));
    }

    /** Not all of it where only half is promised; always something. */
    private static BigDecimal part(LineFacts line, double part) {
        return line.quantity()
                .multiply(BigDecimal.valueOf(part))
                .setScale(0, RoundingMode.DOWN)
                .max(BigDecimal.ONE)
                .min(line.quantity());
    }

    private static UUID giver(LineFacts line, List<Door> city, SplittableRandom chance) {
        var givers = city.stream()
                .map(Door::organization)
                .distinct()
                .filter(organization -> !organization.equals(line.receiver()))
                .toList();
        return givers.get(chance.nextInt(givers.size()));
    }

    /** What was promised, as the cover of a part of the line. */
    UUID promise(Wish wish, LineFacts line, UUID giver, BigDecimal quantity, LocalDate day) {
        return Asked.of(giver, "organization-admin")
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> {
                    pledges.at(Asked.noon(day, clock))
                            .promise(new Wanted(
                                    Uuid7.next(),
                                    line.id(),
                                    giver,
                                    null,
                                    wish.title(),
                                    what(wish, line),
                                    new Said(quantity, "", null, null, true),
                                    null));
                    return covering.ofLine(line.id()).stream()
                            .filter(cover -> giver.equals(cover.organization()))
                            .map(Cover::id)
                            .max(UUID::compareTo)
                            .orElseThrow();
                })));
    }

    private static String what(Wish wish, LineFacts facts) {
        return wish.lines().stream()
                .filter(line -> line.id().equals(facts.id()))
                .map(line -> line.thing().text())
                .findFirst()
                .orElseThrow();
    }

    void go(UUID cover, UUID giver, BigDecimal quantity, LocalDate day) {
        Asked.of(giver, "organization-admin")
                .run(() -> transactions.executeWithoutResult(
                        _ -> covering.at(Asked.noon(day, clock)).go(cover, quantity)));
    }

    private void bring(UUID cover, UUID giver, BigDecimal covered, double[] parts, LocalDate asked) {
        var goes = share(covered, parts[1], parts[0]);
        if (goes.signum() == 0) {
            return;
        }
        Asked.of(giver, "organization-admin")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    var there = covering.at(Asked.noon(asked.plusDays(TO_GO), clock));
                    there.go(cover, goes);
                    var handed = share(covered, parts[2], parts[0]);
                    if (handed.signum() > 0) {
                        there.deliver(cover, handed);
                    }
                    var received = share(covered, parts[3], parts[0]);
                    if (received.signum() > 0) {
                        there.confirm(cover, received);
                    }
                }));
    }

    private static BigDecimal share(BigDecimal covered, double part, double ofAll) {
        return part == ofAll
                ? covered
                : covered.multiply(BigDecimal.valueOf(part / ofAll)).setScale(0, RoundingMode.DOWN);
    }
}
