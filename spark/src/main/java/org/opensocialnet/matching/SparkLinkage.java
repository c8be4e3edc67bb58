package org.opensocialnet.matching;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.opensocialnet.matching.Links.Pair;
import org.opensocialnet.matching.SparkTask.Coded;
import scala.Tuple2;

/**
 * The linkage of room {@code matching} on Apache Spark, for more records than one machine holds: the same encodings, the
 * same blocks, the same scores. Weights are learnt of a sample where the program starts; groups are made there too, of
 * the pairs found.
 */
public final class SparkLinkage {

    /** Of so many records it is learnt how records of one person differ; with fewer it is learnt of all. */
    private static final int LEARNT_OF = 200_000;

    private final SparkSession spark;
    private final Map<String, Kind> columns;
    private final MatchingKeyBytes key;

    /** The secret under which records are encoded, as it travels to the workers. */
    public record MatchingKeyBytes(byte[] secret) {}

    public SparkLinkage(SparkSession spark, Map<String, Kind> columns, MatchingKeyBytes key) {
        this.spark = spark;
        this.columns = Map.copyOf(columns);
        this.key = key;
    }

    /** Records of one file or two, encoded; those of the second are numbered after those of the first. */
    public record Encodings(JavaRDD<Coded> records, int count, int border) {}

    public Encodings read(Path left, Path... right) {
        var first = encoded(left, 0);
        int border = (int) first.count();
        if (right.length == 0) {
            return new Encodings(first, border, 0);
        }
        var second = encoded(right[0], border);
        return new Encodings(first.union(second).cache(), border + (int) second.count(), border);
    }

    private JavaRDD<Coded> encoded(Path sheet, int from) {
        var rows = spark.read()
                .option("header", true)
                .option("ignoreLeadingWhiteSpace", true)
                .option("ignoreTrailingWhiteSpace", true)
                .csv(sheet.toString());
        var places = new HashMap<String, Integer>();
        for (var column : rows.columns()) {
            places.put(column.strip(), places.size());
        }
        var task = task(new byte[0], new int[0], 1, 0);
        var order = task.form().fields().stream()
                .map(field -> places.get(field.name()))
                .toList();
        return rows.javaRDD()
                .zipWithIndex()
                .map(row -> task.coded(from + row._2().intValue(), values(row._1(), order)))
                .cache();
    }

    private static List<String> values(Row row, List<Integer> order) {
        var values = new ArrayList<String>();
        order.forEach(place -> values.add(row.getString(place)));
        return values;
    }

    private SparkTask task(byte[] weights, int[] rules, double threshold, int border) {
        return new SparkTask(columns, key.secret, weights, rules, threshold, border);
    }

    public Weights learn(Encodings encodings) {
        return linkage(sample(encodings, LEARNT_OF), encodings.border()).learn();
    }

    private static Linkage linkage(People sample, int border) {
        return border == 0 ? Linkage.within(sample) : Linkage.across(sample, Math.min(border, sample.count()));
    }

    /** Those whose content hashes are smallest, in the order of their numbers: the same ones however often it is drawn. */
    private People sample(Encodings encodings, int most) {
        var task = task(new byte[0], new int[0], 1, encodings.border());
        var drawn = encodings.count() <= most
                ? encodings.records().collect()
                : encodings.records()
                        .mapToPair(record -> new Tuple2<>(task.content(record), record))
                        .sortByKey()
                        .values()
                        .take(most);
        var people = new People(task.form());
        drawn.stream()
                .sorted(java.util.Comparator.comparingInt(Coded::number))
                .forEach(record -> people.add(Encoded.of(task.form(), record.encoded())));
        return people;
    }

    /** The pairs that are at least so probably one person, as {@link Linkage#link} would find them by its blocks. */
    public List<Pair> link(Encodings encodings, Weights weights, double threshold) {
        var sample = sample(encodings, Plan.SAMPLE);
        int border = encodings.border();
        var plan = Plan.of(
                weights,
                new Records(sample, Math.min(border, sample.count())),
                encodings.count(),
                encodings.count() * Linkage.BUDGET);
        var all = Rule.of(weights.form());
        int[] rules = plan.rules().stream().mapToInt(all::indexOf).toArray();
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        var task = context.broadcast(task(weights.toBytes(), rules, threshold, border));
        var pairs = encodings
                .records()
                .flatMapToPair(record -> {
                    var keys = task.value().keys(record);
                    var blocks = new ArrayList<Tuple2<Tuple2<Integer, Integer>, Coded>>();
                    for (int rule = 0; rule < keys.length; rule++) {
                        if (keys[rule] != 0) {
                            blocks.add(new Tuple2<>(new Tuple2<>(rule, keys[rule]), record));
                        }
                    }
                    return blocks.iterator();
                })
                .groupByKey()
                .mapPartitions(blocks -> {
                    Iterable<Map.Entry<Integer, List<Coded>>> members = () -> new Blocks(blocks);
                    return task.value().weighed(members).iterator();
                })
                .map(pair -> new Found(pair.left(), pair.right(), pair.probability()))
                .collect();
        return settled(encodings, weights, threshold, pairs);
    }

    /** A pair on its way back. */
    private record Found(int left, int right, double probability) implements java.io.Serializable {}

    /** Blocks of two and more, with the number of their rule. */
    private static final class Blocks implements java.util.Iterator<Map.Entry<Integer, List<Coded>>> {

        private final java.util.Iterator<Tuple2<Tuple2<Integer, Integer>, Iterable<Coded>>> blocks;

        Blocks(java.util.Iterator<Tuple2<Tuple2<Integer, Integer>, Iterable<Coded>>> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean hasNext() {
            return blocks.hasNext();
        }

        @Override
        public Map.Entry<Integer, List<Coded>> next() {
            var block = blocks.next();
            var members = new ArrayList<Coded>();
            block._2().forEach(members::add);
            return Map.entry(block._1()._1(), members);
        }
    }

    /** Groups are made of the records that are in pairs; only those come back. */
    private List<Pair> settled(Encodings encodings, Weights weights, double threshold, List<Found> found) {
        var places = new HashMap<Integer, Integer>();
        found.stream().flatMap(pair -> Stream.of(pair.left, pair.right)).sorted().forEach(number ->
                places.putIfAbsent(number, places.size()));
        var wanted = new java.util.HashSet<>(places.keySet());
        var people = new People(weights.form());
        encodings.records().filter(record -> wanted.contains(record.number())).collect().stream()
                .sorted(java.util.Comparator.comparingInt(Coded::number))
                .forEach(record -> people.add(Encoded.of(weights.form(), record.encoded())));
        var records = new Records(people, 0);
        var judge = new Weighing(records, weights, SparkTask.rarity(weights, records), threshold);
        var task = task(new byte[0], new int[0], 1, encodings.border());
        var pairs = new ArrayList<Pair>();
        found.forEach(pair -> pairs.add(new Pair(pair.left, pair.right, pair.probability)));
        Linkage.settled(
                pairs, (a, b) -> judge.probability(
                        java.util.Objects.requireNonNull(places.get(a)), java.util.Objects.requireNonNull(places.get(b))), threshold, task::mayMeet);
        return pairs;
    }

    /** {@code A.csv [B.csv] column=KIND,… pairs.csv}: the master is what spark-submit or -Dspark.master says. */
    public static void main(String[] words) throws Exception {
        var columns = new LinkedHashMap<String, Kind>();
        for (var each : words[words.length - 2].split(",")) {
            columns.put(each.split("=")[0], Kind.valueOf(each.split("=")[1]));
        }
        try (var spark = SparkSession.builder().appName("Open Social Net linkage").getOrCreate()) {
            var secret = new byte[MatchingKey.LEAST_BYTES];
            new java.security.SecureRandom().nextBytes(secret);
            var linkage = new SparkLinkage(spark, columns, new MatchingKeyBytes(secret));
            var encodings = words.length == 3
                    ? linkage.read(Path.of(words[0]))
                    : linkage.read(Path.of(words[0]), Path.of(words[1]));
            var lines = new ArrayList<String>(List.of("left,right,probability"));
            linkage.link(encodings, linkage.learn(encodings), Linkage.USUAL_THRESHOLD)
                    .forEach(pair -> lines.add(pair.left() + "," + pair.right() + "," + pair.probability()));
            Files.write(Path.of(words[words.length - 1]), lines);
        }
    }
}
