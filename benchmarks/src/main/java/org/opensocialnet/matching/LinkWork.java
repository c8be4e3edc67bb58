package org.opensocialnet.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How fast pairs are weighed, held against a loop that does nothing but count the bits in which two records differ. */
public final class LinkWork {

    private static final int MOST = 4_000_000;
    private static final int ROUNDS = 7;

    private final Records records;
    private final Weights weights;
    private final byte[] rarity;
    private final int[] left = new int[MOST];
    private final int[] right = new int[MOST];
    private int pairs;
    private long seen;

    public LinkWork(List<List<String>> rows, Form form) {
        var encoder = new Encoder(form, MatchingKey.forOnce());
        var people = new People(form);
        rows.forEach(row -> people.add(encoder.encode(row)));
        this.records = new Records(people, 0);
        this.weights = Linkage.within(people).learn();
        this.rarity = new byte[records.count() * form.size()];
        IntStream.range(0, records.count())
                .forEach(record -> Weigher.rarityOf(
                        weights, records.chunk(record), records.at(record), rarity, record * form.size()));
        var plan = Plan.of(weights, records, records.count(), records.count() * Linkage.BUDGET);
        new Candidates(records, plan, 1).visit(Collecting::new, 1, _ -> {});
    }

    /** The pairs the blocks bring together, in the order in which they come. */
    private final class Collecting implements Candidates.Visitor {

        private int first;

        @Override
        public void begin(int a) {
            first = a;
        }

        @Override
        public void meet(int b) {
            if (pairs < MOST) {
                left[pairs] = first;
                right[pairs++] = b;
            }
        }
    }

    /**
     * Pairs in a second on one core.
     *
     * @param weighed as the product weighs: no further once a pair is hopeless
     * @param compared in all their fields, so in all the numbers that the limit reads
     */
    public record Speed(double weighed, double compared, double limit, int pairs) {}

    public Speed speed() {
        var weighed = new double[ROUNDS];
        var compared = new double[ROUNDS];
        var limit = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            limit[round] = perSecond(this::countBits);
            compared[round] = perSecond(this::compare);
            weighed[round] = perSecond(this::weigh);
        }
        return new Speed(median(weighed), median(compared), median(limit), pairs);
    }

    /** Nothing is left out by a clever compiler as long as somebody asks for it. */
    public long seen() {
        return seen;
    }

    private static double median(double[] of) {
        Arrays.sort(of);
        return of[of.length / 2];
    }

    private double perSecond(Runnable all) {
        long begun = System.nanoTime();
        all.run();
        return pairs / ((System.nanoTime() - begun) / 1e9);
    }

    private void weigh() {
        var weighing = new Weighing(records, weights, rarity, Linkage.USUAL_THRESHOLD);
        int before = -1;
        for (int at = 0; at < pairs; at++) {
            if (left[at] != before) {
                before = left[at];
                weighing.begin(before);
            }
            weighing.meet(right[at]);
        }
        weighing.end();
        seen += weighing.found().size();
    }

    private void compare() {
        var batch = new Batch(records);
        for (int at = 0; at < pairs; at++) {
            if (batch.add(left[at], right[at]) || at == pairs - 1) {
                batch.compareAll();
                for (int pair = 0; pair < batch.size; pair++) {
                    seen += batch.patterns[pair];
                }
                batch.size = 0;
            }
        }
    }

    private void countBits() {
        int width = records.form().width();
        long sum = 0;
        for (int at = 0; at < pairs; at++) {
            long[] a = records.chunk(left[at]);
            long[] b = records.chunk(right[at]);
            int i = records.at(left[at]);
            int j = records.at(right[at]);
            for (int slot = 0; slot < width; slot++) {
                sum += Long.bitCount(a[i + slot] ^ b[j + slot]);
            }
        }
        seen += sum;
    }
}
