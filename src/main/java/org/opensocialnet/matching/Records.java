package org.opensocialnet.matching;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The records of one run as the inner loops see them: of one file, or of two of which only the first ends at a border. */
final class Records {

    /** Blocks of more records are gone through with a window instead of all with all. */
    static final int LARGE_BLOCK = 3_000;

    static final int WINDOW = 60;

    private final People people;
    private final long[][] chunks;
    private final int border;

    Records(People people, int border) {
        this.people = people;
        this.chunks = people.chunks();
        this.border = border;
    }

    Form form() {
        return people.form();
    }

    int count() {
        return people.count();
    }

    long[] chunk(int record) {
        return chunks[record >> People.CHUNK_BITS];
    }

    long[][] chunks() {
        return chunks;
    }

    int at(int record) {
        return people.at(record);
    }

    /** Whether two records are to be compared at all: of two files, only one of each. */
    boolean mayMeet(int a, int b) {
        return border == 0 || a < border != b < border;
    }

    double pairs() {
        double n = count();
        return border == 0 ? n * (n - 1) / 2 : border * (n - border);
    }

    int key(Rule rule, int record) {
        return rule.key(form(), chunk(record), at(record));
    }

    /** Of each field, the share of records that say something. */
    double[] known() {
        var known = new double[form().size()];
        for (int record = 0; record < count(); record++) {
            for (int field = 0; field < known.length; field++) {
                known[field] += chunk(record)[at(record) + form().offset(field)] == 0 ? 0 : 1.0 / count();
            }
        }
        return known;
    }

    Frequencies frequencies(int field) {
        return Frequencies.of(IntStream.range(0, count())
                .mapToLong(record -> Frequencies.token(form(), field, chunk(record), at(record)))
                .filter(token -> token != 0)
                .toArray());
    }

    /** The records in an order that depends on what they say and not on where they stand. */
    int[] inOrderOfContent() {
        long places = Long.highestOneBit(Math.max(1, count())) * 2 - 1;
        var hashes = IntStream.range(0, count())
                .parallel()
                .mapToLong(record -> content(record) & ~places | record)
                .toArray();
        Arrays.parallelSort(hashes);
        return Arrays.stream(hashes).mapToInt(hash -> (int) (hash & places)).toArray();
    }

    long content(int record) {
        long hash = record < border ? 1 : 2;
        var chunk = chunk(record);
        int at = at(record);
        for (int slot = 0; slot < form().width(); slot++) {
            hash = Patterns.mix(hash, chunk[at + slot]);
        }
        return hash;
    }

    /** About how many pairs a rule brings together, from a sample of the records that stands for so many times as many. */
    double cost(Rule rule, int[] sample, int all) {
        double every = all / (double) sample.length;
        var keys = Arrays.stream(sample)
                .map(record -> key(rule, record))
                .filter(key -> key != 0)
                .toArray();
        Arrays.sort(keys);
        double pairs = 0;
        for (int at = 0; at < keys.length; ) {
            int end = at;
            while (end < keys.length && keys[end] == keys[at]) {
                end++;
            }
            double size = end - at;
            pairs += size * every > LARGE_BLOCK ? size * WINDOW / every : size * (size - 1) / 2;
            at = end;
        }
        return pairs * every * every;
    }
}
