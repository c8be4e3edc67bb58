package org.opensocialnet.shortfall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.opensocialnet.evidence.Counter;
import org.opensocialnet.evidence.Offer;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.ledger.Reason;

/** Finds what was said or seen of why a cell falls short. */
final class Causes {

    /** A record that nobody confirmed for longer may be wrong; the upkeep of the directory says the same. */
    private static final int STALE_DAYS = 180;

    /** These are told with what else shows them. */
    private static final Set<Reason> APART = EnumSet.of(Reason.FULL, Reason.TOO_FAR);

    private final Picture picture;
    private final Cell cell;
    private final List<Offer> offered;
    private final int silent;
    private final int apart;
    private final Function<String, List<Counter>> counters;
    private final UnaryOperator<Figure> inTime;

    /** inTime: a count of all the days in the time in which this kind of service is counted. */
    Causes(
            Picture picture,
            Cell cell,
            List<Offer> offered,
            int silent,
            int apart,
            Function<String, List<Counter>> counters,
            UnaryOperator<Figure> inTime) {
        this.picture = picture;
        this.cell = cell;
        this.offered = offered;
        this.silent = silent;
        this.apart = apart;
        this.counters = counters;
        this.inTime = inTime;
    }

    List<Cause> found() {
        var reasons = new ArrayList<Cause>();
        if (offered.isEmpty() && apart == 0 && Reading.seesAll(picture, cell)) {
            reasons.add(new Cause.NoProvider());
        }
        var full = full();
        if (full.people() > 0 || full.days() > 0) {
            reasons.add(full);
        }
        double far = said(Reason.TOO_FAR.code());
        if (far > 0) {
            reasons.add(new Cause.TooFar(far));
        }
        for (var why : EnumSet.complementOf(EnumSet.copyOf(APART))) {
            double people = said(why.code());
            boolean saidAbove = why == Reason.NO_PROVIDER && offered.isEmpty() && apart == 0;
            if (people > 0 && !saidAbove) {
                reasons.add(new Cause.SentAway(why, people));
            }
        }
        if (silent > 0) {
            reasons.add(new Cause.NoAnswer(silent, (int)
                    offered.stream().map(Offer::organization).distinct().count()));
        }
        var stale = stale();
        if (!stale.isEmpty()) {
            reasons.add(new Cause.StaleRecord(
                    stale.size(),
                    stale.stream()
                            .map(Offer::confirmed)
                            .filter(Objects::nonNull)
                            .min(LocalDate::compareTo)
                            .orElse(LocalDate.EPOCH)));
        }
        return reasons;
    }

    /**
     * On how many days all were full, at least: where several count, days on which one was full are not those of the other.
     * Where one does not count, nobody knows.
     */
    private Cause.Full full() {
        var days = offered.stream()
                .flatMap(offer -> counters.apply(offer.service()).stream()
                        .filter(counter -> counter.known() > 0 && isForThem(counter))
                        .min(Comparator.comparingInt(Counter::full))
                        .stream())
                .toList();
        if (days.isEmpty() || days.size() < offered.size()) {
            return new Cause.Full(said(Reason.FULL.code()), 0, 0);
        }
        int known = days.stream().mapToInt(Counter::known).max().orElse(0);
        int full = days.stream().mapToInt(Counter::full).sum() - (days.size() - 1) * known;
        return new Cause.Full(said(Reason.FULL.code()), Math.max(0, full), known);
    }

    /** A hall for others may be half empty while theirs is full. */
    private boolean isForThem(Counter counter) {
        return cell.group().equals(Picture.ALL)
                || counter.group().isEmpty()
                || counter.group().equals(cell.group());
    }

    /** How many said so, as far as it may be told: reasons are kept apart for the whole city alone. */
    private double said(String reason) {
        return cell.isWhole()
                ? inTime.apply(Reading.figure(picture.unmet(Split.REASON, cell.type(), cell.group(), reason)))
                        .amount()
                : 0;
    }

    private List<Offer> stale() {
        var since = picture.day().minusDays(STALE_DAYS);
        return offered.stream()
                .filter(offer -> offer.confirmed() == null || offer.confirmed().isBefore(since))
                .toList();
    }
}
