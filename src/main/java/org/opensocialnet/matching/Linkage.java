package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.opensocialnet.matching.Links.Pair;

/**
 * Finds who is in a file twice, or in two files: learns the weights from the records themselves (Fellegi and Sunter 1969,
 * with expectation and maximisation), brings together what may be one person by blocks that it chooses itself, and
 * weighs. Uses all cores; the same records give the same answer in whatever order they stand.
 */
public final class Linkage {

    /** Who is told how far long work has come; called by several threads. */
    @FunctionalInterface
    public interface Progress {

        Progress SILENT = (phase, done, total) -> {};

        /** So many of so many steps of a phase are done: {@code learning}, {@code comparing}. */
        void at(String phase, long done, long total);
    }

    /** From here on two records are proposed as one person: 0.5 makes the fewest errors, this errs rather by asking less. */
    public static final double USUAL_THRESHOLD = 0.7;

    /** Up to so many pairs everything is compared with everything. */
    private static final double FEW_PAIRS = 12_600_000;

    /** So many comparisons may be spent for each record. */
    static final double BUDGET = 80;

    private static final int RANDOM_PAIRS = 400_000;
    private static final double ENOUGH_TO_LEARN = 4_000_000;

    private static final Comparator<Pair> IN_ORDER =
            Comparator.comparingInt(Pair::left).thenComparingInt(Pair::right);

    private final Records records;
    private final int cores;
    private final Progress progress;
    private final double fewPairs;

    private Linkage(Records records, int cores, Progress progress, double fewPairs) {
        this.records = records;
        this.cores = cores;
        this.progress = progress;
        this.fewPairs = fewPairs;
    }

    /** Doubles within one file. */
    public static Linkage within(People people) {
        return new Linkage(
                new Records(people, 0), Runtime.getRuntime().availableProcessors(), Progress.SILENT, FEW_PAIRS);
    }

    /** The same people in two files of one form; records of the right one are numbered after those of the left one. */
    public static Linkage between(People left, People right) {
        if (!left.form().equals(right.form())) {
            throw new IllegalArgumentException("Two files of different forms");
        }
        return across(People.together(left, right), left.count());
    }

    /** Only records with a lower number than the border with such that have it or a higher one. */
    public static Linkage across(People people, int border) {
        return new Linkage(
                new Records(people, border), Runtime.getRuntime().availableProcessors(), Progress.SILENT, FEW_PAIRS);
    }

    public Linkage on(int useCores) {
        return new Linkage(records, useCores, progress, fewPairs);
    }

    public Linkage telling(Progress who) {
        return new Linkage(records, cores, who, fewPairs);
    }

    /** With blocks even where everything could be compared. */
    public Linkage inBlocks() {
        return new Linkage(records, cores, progress, 0);
    }

    /** Learns the weights from the records, twice where blocks are needed: by blocks of guesses, then by better ones. */
    public Weights learn() {
        var frequencies = IntStream.range(0, records.form().size())
                .parallel()
                .mapToObj(records::frequencies)
                .toList();
        if (records.pairs() <= fewPairs) {
            return learn(Plan.NONE, frequencies, 1);
        }
        var guess = new Learning(records.form(), new Patterns(), new Patterns(), records.count()).guess(frequencies);
        return learn(Plan.of(guess, records, records.count(), records.count() * BUDGET / 4), frequencies, 0);
    }

    private Weights learn(Plan plan, List<Frequencies> frequencies, double all) {
        var candidates = new Candidates(records, plan, cores);
        double share = all > 0 ? 1 : Math.min(1, ENOUGH_TO_LEARN / Math.max(1, plan.comparisons()));
        var done = new AtomicLong();
        var visitors = candidates.visit(
                () -> new Counting(records),
                share,
                steps -> progress.at("learning", done.addAndGet(steps), candidates.steps()));
        var compared = new Patterns();
        visitors.forEach(visitor -> compared.addAll(visitor.patterns));
        compared.scale(1 / share);
        return new Learning(records.form(), compared, apart(candidates, compared.total()), records.count())
                .weights(frequencies);
    }

    /** The patterns of pairs that no block holds, by a sample of random pairs. */
    private Patterns apart(Candidates candidates, double compared) {
        var apart = new Patterns();
        if (candidates.isEverything() || records.count() < 2) {
            return apart;
        }
        int[] order = records.inOrderOfContent();
        var chance = new SplittableRandom(3);
        var comparison = new Comparison(records.form());
        for (int at = 0; at < RANDOM_PAIRS; at++) {
            int a = order[chance.nextInt(order.length)];
            int b = order[chance.nextInt(order.length)];
            if (a != b && records.mayMeet(a, b) && !candidates.together(a, b)) {
                apart.add(comparison.pattern(records.chunk(a), records.at(a), records.chunk(b), records.at(b)), 1);
            }
        }
        double seen = apart.total();
        if (seen > 0) {
            apart.scale(Math.max(0, records.pairs() - compared) / seen);
        }
        return apart;
    }

    /**
     * The pairs that are at least so probably one person, and the groups they make.
     *
     * @param threshold above 0 and below 1; 0.5 makes the fewest errors
     */
    public Links link(Weights weights, double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("A threshold lies between 0 and 1, not at " + threshold);
        }
        var plan = records.pairs() <= fewPairs
                ? Plan.NONE
                : Plan.of(weights, records, records.count(), records.count() * BUDGET);
        var candidates = new Candidates(records, plan, cores);
        var rarity = rarity(weights);
        var done = new AtomicLong();
        var visitors = candidates.visit(
                () -> new Weighing(records, weights, rarity, threshold),
                1,
                steps -> progress.at("comparing", done.addAndGet(steps), candidates.steps()));
        var pairs = new ArrayList<Pair>();
        long compared = 0;
        var odds = new long[Links.BITS];
        for (var visitor : visitors) {
            pairs.addAll(visitor.found());
            compared += visitor.compared();
            Arrays.setAll(odds, bit -> odds[bit] + visitor.odds()[bit]);
        }
        var judge = new Weighing(records, weights, rarity, threshold);
        var clusters = settled(pairs, judge::probability, threshold, records::mayMeet);
        return new Links(
                pairs,
                clusters.groups(),
                clusters.cut(),
                plan.recall(),
                compared,
                Arrays.stream(odds).boxed().toList(),
                plan.rules().stream().map(rule -> rule.words(records.form())).toList());
    }

    /** Who may be compared with whom. */
    interface Meeting {
        boolean allowed(int a, int b);
    }

    /** The groups that pairs make; takes those away that would tie strangers, and adds those that follow from others. */
    static Clusters settled(List<Pair> pairs, Clusters.Judge judge, double threshold, Meeting meeting) {
        pairs.sort(IN_ORDER);
        var clusters = Clusters.of(pairs, judge, threshold);
        pairs.removeAll(Set.copyOf(clusters.cut()));
        clusters.implied().stream()
                .filter(pair -> pair.probability() >= threshold && meeting.allowed(pair.left(), pair.right()))
                .forEach(pairs::add);
        pairs.sort(IN_ORDER);
        return clusters;
    }

    private byte[] rarity(Weights weights) {
        int fields = records.form().size();
        var rarity = new byte[Math.multiplyExact(records.count(), fields)];
        IntStream.range(0, records.count())
                .parallel()
                .forEach(record ->
                        Weigher.rarityOf(weights, records.chunk(record), records.at(record), rarity, record * fields));
        return rarity;
    }

    /** Counts patterns. */
    private static final class Counting implements Candidates.Visitor {

        private final Batch batch;
        private final Patterns patterns = new Patterns();
        private int first;

        Counting(Records records) {
            this.batch = new Batch(records);
        }

        @Override
        public void begin(int a) {
            first = a;
        }

        @Override
        public void meet(int b) {
            if (batch.add(first, b)) {
                end();
            }
        }

        @Override
        public void end() {
            batch.compareAll();
            for (int pair = 0; pair < batch.size; pair++) {
                patterns.add(batch.patterns[pair], 1);
            }
            batch.size = 0;
        }
    }
}
