package org.opensocialnet.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.allocation.Source.Envelope;
import org.opensocialnet.allocation.Verdict.WayIn;

/** Says of each line what it gets and what stands in the way of the rest, with everything else as it was proposed. */
final class Reasons {

    private final Case asked;
    private final Account account;

    Reasons(Account account) {
        this.account = account;
        asked = account.asked;
    }

    List<Verdict> all() {
        var verdicts = new ArrayList<Verdict>();
        for (int line = 0; line < asked.lines.size(); line++) {
            verdicts.add(of(line));
        }
        return verdicts;
    }

    private Verdict of(int at) {
        var line = asked.lines.get(at);
        int next = asked.next(at, account.has[at]);
        var reasons = new ArrayList<Reason>();
        if (next > 0) {
            quotas(at, next, reasons);
            boolean free = reasons.isEmpty();
            for (int piece = 0; piece < line.pieces().size(); piece++) {
                piece(at, piece, next, reasons);
            }
            return verdict(line, at, reasons, free ? wayIn(at, next).orElse(null) : null);
        }
        return verdict(line, at, reasons, null);
    }

    private Verdict verdict(Line line, int at, List<Reason> reasons, @Nullable WayIn wayIn) {
        return new Verdict(
                line.id(),
                line.amount().quantity(),
                account.has[at] * line.amount().step(),
                asked.valueOfStep[at] * account.has[at],
                asked.valueOfStep[at] * asked.steps(at),
                reasons,
                wayIn);
    }

    private void quotas(int at, int next, List<Reason> reasons) {
        for (int quota = 0; quota < asked.quotas.size(); quota++) {
            var each = asked.quotas.get(quota);
            long left = account.leftOfQuota(quota);
            long missing = next * asked.lines.get(at).amount().step() - left;
            if (each.counts(asked.lines.get(at)) && missing > 0) {
                reasons.add(new Reason.OverQuota(each.beneficiary(), each.category(), left, missing));
            }
        }
    }

    private void piece(int at, int pieceAt, int next, List<Reason> reasons) {
        var ways = asked.waysOf.get(at).get(pieceAt);
        int room = ways.stream().mapToInt(account::room).sum();
        if (room >= next) {
            return;
        }
        var line = asked.lines.get(at);
        var piece = line.pieces().get(pieceAt);
        var found = new ArrayList<Reason>();
        for (var source : asked.sources) {
            long takes = source.takes(line, piece);
            if (takes > 0) {
                source.conditions()
                        .broken(line, asked.portfolio.day())
                        .ifPresent(rule -> found.add(new Reason.NotAllowed(piece.item(), source.id(), rule)));
            }
        }
        var near = new ArrayList<Reason>();
        for (int way : ways) {
            var each = asked.ways.get(way);
            for (int cap : each.caps()) {
                long left = account.left(cap);
                long missing = (next - room + account.room(way)) * each.takes() - left;
                if (missing > 0) {
                    near.add(reason(piece.item(), asked.caps.get(cap), left, missing));
                }
            }
        }
        near.sort(Comparator.comparingLong(Reasons::missing));
        reasons.addAll(near);
        reasons.addAll(found);
        if (near.isEmpty() && found.isEmpty()) {
            reasons.add(new Reason.NothingOfTheKind(piece.item()));
        }
    }

    private static Reason reason(String item, Case.Cap cap, long left, long missing) {
        var source = cap.source().id();
        return cap.ceiling() == null
                ? new Reason.TooLittle(item, source, left, missing)
                : new Reason.UnderCeiling(item, source, cap.ceiling().per(), cap.key(), left, missing);
    }

    private static long missing(Reason reason) {
        return switch (reason) {
            case Reason.TooLittle little -> little.missing();
            case Reason.UnderCeiling under -> under.missing();
            default -> Long.MAX_VALUE;
        };
    }

    /** The least over all envelopes; each is tried by giving it as if it had no bottom. */
    private Optional<WayIn> wayIn(int at, int next) {
        return asked.sources.stream()
                .filter(Envelope.class::isInstance)
                .map(Source::id)
                .map(envelope -> new WayIn(
                        envelope,
                        missing(at, next, envelope),
                        next * asked.lines.get(at).amount().step()))
                .filter(way -> way.cents() > 0)
                .min(Comparator.comparingLong(WayIn::cents).thenComparing(WayIn::envelope));
    }

    /** Everybody else gives first; what they cannot, this envelope pays under its rules and ceilings. 0: no way. */
    private long missing(int at, int next, String envelope) {
        var trial = account.copy();
        long paid = 0;
        long left = 0;
        var underCeiling = new HashMap<Integer, Long>();
        for (var ways : asked.waysOf.get(at)) {
            int needed = next;
            int pays = -1;
            for (int way : ways) {
                if (asked.sources.get(asked.ways.get(way).source()).id().equals(envelope)) {
                    pays = way;
                } else {
                    needed -= trial.takeUpTo(way, needed);
                }
            }
            if (needed > 0 && pays < 0) {
                return 0;
            }
            if (needed > 0) {
                var each = asked.ways.get(pays);
                long cost = each.takes() * needed;
                paid += cost;
                left = account.left(each.caps()[0]);
                for (int i = 1; i < each.caps().length; i++) {
                    int cap = each.caps()[i];
                    if (underCeiling.merge(cap, cost, Long::sum) > account.left(cap)) {
                        return 0;
                    }
                }
            }
        }
        return Math.max(0, paid - left);
    }
}
