package org.opensocialnet.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.allocation.Source.Envelope;

/**
 * A portfolio made ready for the search: everything in an order that follows from the seed and the names alone, what can
 * come from where, and all ceilings in one form.
 */
final class Case {

    /** Thousandths of a point are counted, so that parts of a line lose nothing that matters. */
    static final long SCALE = 1_000;

    private static final long MOST_VALUE = 1L << 51;

    final Portfolio portfolio;
    final Lot lot;
    final List<Line> lines;
    final List<Source> sources;
    final List<Quota> quotas;
    final List<Way> ways = new ArrayList<>();
    final List<Cap> caps = new ArrayList<>();
    final long[] valueOfStep;
    /** By line, then by piece, the ways it can be had. */
    final List<List<List<Integer>>> waysOf = new ArrayList<>();

    private final Map<List<Object>, Integer> capOf = new HashMap<>();

    /**
     * A piece of a line can come from a source.
     *
     * @param takes what a step takes of the source
     * @param most steps, even if nobody else had any
     */
    record Way(int line, int piece, int source, long takes, int[] caps, int most) {}

    /** So much there is of a source, in all or, under a ceiling, for one key. */
    record Cap(Source source, @Nullable Ceiling ceiling, String key, long amount) {}

    Case(Portfolio portfolio, long seed) {
        this.portfolio = portfolio;
        lot = new Lot(seed);
        lines = portfolio.lines().stream()
                .sorted(Comparator.comparingLong((Line line) -> lot.of(line.id()))
                        .thenComparing(Line::id))
                .toList();
        sources = portfolio.sources().stream()
                .sorted(Comparator.comparingInt(Case::kind).thenComparing(Source::id))
                .toList();
        quotas = portfolio.quotas().stream()
                .sorted(Comparator.comparing(Quota::beneficiary)
                        .thenComparing(Quota::category)
                        .thenComparing(Quota::units))
                .toList();
        valueOfStep = lines.stream().mapToLong(this::valueOfStep).toArray();
        long all = 0;
        for (int line = 0; line < lines.size(); line++) {
            all = Math.addExact(all, Math.multiplyExact(valueOfStep[line], (long) steps(line)));
        }
        if (all > MOST_VALUE) {
            throw new IllegalArgumentException(
                    "The points of all lines together are more than can be counted exactly.");
        }
        sources.forEach(source -> cap(source, null, "", source.held()));
        for (int line = 0; line < lines.size(); line++) {
            var ofLine = new ArrayList<List<Integer>>();
            for (int piece = 0; piece < lines.get(line).pieces().size(); piece++) {
                ofLine.add(ways(line, piece));
            }
            waysOf.add(ofLine);
        }
    }

    /** What lies ready is used before what was promised, and that before money. */
    private static int kind(Source source) {
        return switch (source) {
            case Source.Stock _ -> 0;
            case Source.Pledge _ -> 1;
            case Envelope _ -> 2;
        };
    }

    private long valueOfStep(Line line) {
        long whole = Math.multiplyExact(portfolio.weights().points(line.need()), SCALE);
        return Math.max(1, whole / line.amount().steps());
    }

    private List<Integer> ways(int lineAt, int pieceAt) {
        var line = lines.get(lineAt);
        var piece = line.pieces().get(pieceAt);
        var found = new ArrayList<Integer>();
        for (int source = 0; source < sources.size(); source++) {
            var from = sources.get(source);
            long takes = from.takes(line, piece);
            boolean offered = takes > 0 || piece.each() == 0;
            if (offered && from.conditions().broken(line, portfolio.day()).isEmpty()) {
                var over = capsOf(from, line, piece);
                long most = line.amount().steps();
                for (int cap : over) {
                    most = takes == 0 ? most : Math.min(most, caps.get(cap).amount() / takes);
                }
                found.add(ways.size());
                ways.add(new Way(lineAt, pieceAt, source, takes, over, (int) most));
            }
        }
        return found;
    }

    int[] capsOf(Source source, Line line, Piece piece) {
        var found = IntStream.builder();
        found.add(cap(source, null, "", source.held()));
        if (source instanceof Envelope envelope && piece.price() != null) {
            for (var per : Ceiling.Per.values()) {
                var key = switch (per) {
                    case CATEGORY -> line.category();
                    case BENEFICIARY -> line.recipient().beneficiary();
                    case SUPPLIER -> piece.price().supplier();
                };
                envelope.ceilings().stream()
                        .filter(each -> each.per() == per
                                && (each.key().isEmpty() || each.key().equals(key)))
                        .max(Comparator.comparing(Ceiling::key))
                        .ifPresent(each -> found.add(cap(source, each, key, each.cents())));
            }
        }
        return found.build().toArray();
    }

    private int cap(Source source, @Nullable Ceiling ceiling, String key, long amount) {
        var name = List.<Object>of(source.id(), ceiling == null ? "" : ceiling.per(), key);
        return capOf.computeIfAbsent(name, _ -> {
            caps.add(new Cap(source, ceiling, key, amount));
            return caps.size() - 1;
        });
    }

    int steps(int line) {
        return lines.get(line).amount().steps();
    }

    /** The steps that help next: the least that is any use, then one by one. */
    int next(int line, int has) {
        return has == 0 ? lines.get(line).amount().leastSteps() : has < steps(line) ? 1 : 0;
    }
}
