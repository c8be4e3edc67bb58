package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The pairs that a plan brings together, each once, handed to one visitor per core. */
final class Candidates {

    /** Takes pairs in runs of one first record. */
    interface Visitor {

        void begin(int a);

        void meet(int b);

        /** No pair comes any more. */
        default void end() {}
    }

    /** One piece of work: positions of the records sorted by the key of one rule. */
    private record Piece(int rule, int from, int to) {}

    private static final int PIECE = 4_096;

    private final Records records;
    private final Plan plan;
    private final int cores;
    private final int[][] keys;
    private final List<int[]> sorted = new ArrayList<>();

    Candidates(Records records, Plan plan, int cores) {
        this.records = records;
        this.plan = plan;
        this.cores = cores;
        int rules = plan.rules().size();
        this.keys = new int[rules == 0 ? 0 : records.count()][];
        IntStream.range(0, keys.length)
                .parallel()
                .forEach(record -> keys[record] = plan.rules().stream()
                        .mapToInt(rule -> records.key(rule, record))
                        .toArray());
        for (int rule = 0; rule < rules; rule++) {
            sorted.add(byKey(rule));
        }
    }

    boolean isEverything() {
        return plan.rules().isEmpty();
    }

    private int[] byKey(int rule) {
        var both = IntStream.range(0, keys.length)
                .filter(record -> keys[record][rule] != 0)
                .mapToLong(record -> (long) keys[record][rule] << 32 | record)
                .toArray();
        Arrays.parallelSort(both);
        return Arrays.stream(both).mapToInt(each -> (int) each).toArray();
    }

    /** Whether any rule before this one brings the two together; with all rules, whether any does. */
    boolean together(int a, int b, int rulesBefore) {
        int[] mine = keys[a];
        int[] yours = keys[b];
        for (int rule = 0; rule < rulesBefore; rule++) {
            if (mine[rule] == yours[rule] && mine[rule] != 0) {
                return true;
            }
        }
        return false;
    }

    boolean together(int a, int b) {
        return together(a, b, plan.rules().size());
    }

    /**
     * Visits all pairs, or those of every so-many-th block.
     *
     * @param share of the blocks, 1 for all; the choice depends on their keys alone
     */
    <V extends Visitor> List<V> visit(Supplier<V> visitors, double share, LongConsumer progress) {
        var pieces = pieces();
        var next = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(cores)) {
            var work = new ArrayList<Callable<V>>();
            for (int core = 0; core < cores; core++) {
                work.add(() -> {
                    var visitor = visitors.get();
                    for (int at = next.getAndIncrement(); at < pieces.size(); at = next.getAndIncrement()) {
                        run(pieces.get(at), visitor, share);
                        progress.accept(pieces.get(at).to - pieces.get(at).from);
                    }
                    visitor.end();
                    return visitor;
                });
            }
            var done = new ArrayList<V>();
            for (var each : workers.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while comparing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** How much {@link #visit} will report as progress. */
    long steps() {
        return isEverything()
                ? records.count()
                : sorted.stream().mapToLong(order -> order.length).sum();
    }

    private List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        if (isEverything()) {
            for (int from = 0; from < records.count(); from += 64) {
                pieces.add(new Piece(-1, from, Math.min(records.count(), from + 64)));
            }
        }
        for (int rule = 0; rule < sorted.size(); rule++) {
            int[] order = sorted.get(rule);
            for (int from = 0; from < order.length; ) {
                int to = Math.min(order.length, from + PIECE);
                while (to < order.length && keys[order[to]][rule] == keys[order[to - 1]][rule]) {
                    to++;
                }
                pieces.add(new Piece(rule, from, to));
                from = to;
            }
        }
        return pieces;
    }

    private void run(Piece piece, Visitor visitor, double share) {
        if (piece.rule < 0) {
            for (int a = piece.from; a < piece.to; a++) {
                visitor.begin(a);
                for (int b = a + 1; b < records.count(); b++) {
                    if (records.mayMeet(a, b)) {
                        visitor.meet(b);
                    }
                }
            }
            return;
        }
        int[] order = sorted.get(piece.rule);
        for (int at = piece.from; at < piece.to; ) {
            int key = keys[order[at]][piece.rule];
            int end = at + 1;
            while (end < piece.to && keys[order[end]][piece.rule] == key) {
                end++;
            }
            if (end - at > 1 && (share >= 1 || (Patterns.mix(key, piece.rule) >>> 11) * 0x1p-53 < share)) {
                block(order, at, end, piece.rule, visitor);
            }
            at = end;
        }
    }

    private void block(int[] order, int from, int to, int rule, Visitor visitor) {
        int[] members = Arrays.copyOfRange(order, from, to);
        int reach = members.length;
        if (members.length > Records.LARGE_BLOCK) {
            members = IntStream.of(members)
                    .boxed()
                    .sorted((a, b) -> Long.compare(records.content(a), records.content(b)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            reach = Records.WINDOW;
        }
        for (int a = 0; a < members.length; a++) {
            boolean begun = false;
            int last = Math.min(members.length, a + 1 + reach);
            for (int b = a + 1; b < last; b++) {
                if (records.mayMeet(members[a], members[b]) && !together(members[a], members[b], rule)) {
                    if (!begun) {
                        visitor.begin(members[a]);
                        begun = true;
                    }
                    visitor.meet(members[b]);
                }
            }
        }
    }
}
