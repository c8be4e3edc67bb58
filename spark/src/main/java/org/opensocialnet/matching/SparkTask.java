package org.opensocialnet.matching;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.matching.Links.Pair;

/**
 * What each worker is told once: the columns, the key, the learnt weights, the rules of the blocks. All in plain values,
 * for it travels; what is made of it is made where it is used.
 */
final class SparkTask implements Serializable {

    /** A record on its way: its number and its encoding. */
    record Coded(int number, byte[] encoded) implements Serializable {}

    /** So many records of blocks are weighed together. */
    private static final int AT_ONCE = 20_000;

    private final List<String> columns;
    private final byte[] key;
    private final byte[] weights;
    private final int[] rules;
    private final double threshold;
    private final int border;

    private transient volatile @Nullable Tools tools;

    /** Rules by their places among all that the columns allow. */
    SparkTask(Map<String, Kind> columns, byte[] key, byte[] weights, int[] rules, double threshold, int border) {
        this.columns = columns.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .toList();
        this.key = key;
        this.weights = weights;
        this.rules = rules;
        this.threshold = threshold;
        this.border = border;
    }

    private record Tools(Form form, Encoder encoder, Weights weights, List<Rule> rules) {}

    private Tools tools() {
        var made = tools;
        if (made == null) {
            var form = Form.of(columns.stream()
                    .map(each -> each.split(" ", 2))
                    .map(each -> new Field(each[1], Kind.valueOf(each[0])))
                    .toList());
            var all = Rule.of(form);
            made = new Tools(
                    form,
                    new Encoder(form, MatchingKey.of(key)),
                    weights.length == 0 ? Weights.beforehand(form, 0.001) : Weights.of(form, weights),
                    Arrays.stream(rules).mapToObj(all::get).toList());
            tools = made;
        }
        return made;
    }

    Form form() {
        return tools().form;
    }

    Coded coded(int number, List<String> values) {
        return new Coded(number, tools().encoder.encode(values).toBytes());
    }

    /** By what a record is one of the first of a sample, whatever its number. */
    long content(Coded record) {
        var people = new People(form());
        people.add(Encoded.of(form(), record.encoded));
        return new Records(people, record.number < border ? 1 : 0).content(0);
    }

    /** The key of each rule; 0 where the record lacks something of it. */
    int[] keys(Coded record) {
        var longs = Encoded.of(form(), record.encoded).longs();
        return tools().rules.stream()
                .mapToInt(rule -> rule.key(form(), longs, 0))
                .toArray();
    }

    /** The pairs of some blocks that reach the threshold, each pair only in the first block that brings it together. */
    List<Pair> weighed(Iterable<? extends Map.Entry<Integer, List<Coded>>> blocks) {
        var found = new ArrayList<Pair>();
        var some = new Some();
        for (var block : blocks) {
            some.add(block.getKey(), block.getValue());
            if (some.people.count() > AT_ONCE) {
                found.addAll(some.weighed());
                some = new Some();
            }
        }
        found.addAll(some.weighed());
        return found;
    }

    boolean mayMeet(int a, int b) {
        return border == 0 || a < border != b < border;
    }

    /** Blocks in memory, their records numbered anew. */
    private final class Some {

        private final People people = new People(form());
        private final List<Coded> records = new ArrayList<>();
        private final List<int[]> keys = new ArrayList<>();
        private final List<int[]> blocks = new ArrayList<>();

        void add(int rule, List<Coded> members) {
            int from = records.size();
            int reach = members.size();
            var order = new ArrayList<>(members);
            order.sort(Comparator.comparingInt(Coded::number));
            if (order.size() > Records.LARGE_BLOCK) {
                var contents = new HashMap<Integer, Long>();
                order.forEach(member -> contents.put(member.number, content(member)));
                order.sort(Comparator.comparing(member -> contents.get(member.number)));
                reach = Records.WINDOW;
            }
            for (var member : order) {
                people.add(Encoded.of(form(), member.encoded));
                keys.add(keys(member));
                records.add(member);
            }
            blocks.add(new int[] {rule, from, records.size(), reach});
        }

        List<Pair> weighed() {
            var all = new Records(people, 0);
            var weighing = new Weighing(all, tools().weights, rarity(tools().weights, all), threshold);
            for (var block : blocks) {
                for (int a = block[1]; a < block[2]; a++) {
                    weighing.begin(a);
                    for (int b = a + 1; b < Math.min(block[2], a + 1 + block[3]); b++) {
                        if (mayMeet(records.get(a).number, records.get(b).number) && !together(a, b, block[0])) {
                            weighing.meet(b);
                        }
                    }
                }
            }
            weighing.end();
            return weighing.found().stream()
                    .map(pair -> numbered(records.get(pair.left()).number, records.get(pair.right()).number, pair))
                    .toList();
        }

        private boolean together(int a, int b, int rulesBefore) {
            return IntStream.range(0, rulesBefore)
                    .anyMatch(rule -> keys.get(a)[rule] != 0 && keys.get(a)[rule] == keys.get(b)[rule]);
        }
    }

    private static Pair numbered(int one, int other, Pair pair) {
        return new Pair(Math.min(one, other), Math.max(one, other), pair.probability());
    }

    static byte[] rarity(Weights weights, Records records) {
        int fields = records.form().size();
        var rarity = new byte[records.count() * fields];
        for (int record = 0; record < records.count(); record++) {
            Weigher.rarityOf(weights, records.chunk(record), records.at(record), rarity, record * fields);
        }
        return rarity;
    }
}
