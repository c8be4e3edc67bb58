package org.opensocialnet.matching;

import java.util.Arrays;

/** How many records have each value of one field, by its keyed token; values met once are not kept. */
final class Frequencies {

    /** Nothing is known of any value. */
    static final Frequencies NONE = new Frequencies(new long[0], new int[0], 0);

    private final long[] tokens;
    private final int[] counts;
    private final int records;

    private Frequencies(long[] tokens, int[] counts, int records) {
        this.tokens = tokens;
        this.counts = counts;
        this.records = records;
    }

    /** Takes the tokens of all records that have a value. */
    static Frequencies of(long[] all) {
        var sorted = all.clone();
        Arrays.parallelSort(sorted);
        int kept = 0;
        var tokens = new long[sorted.length / 2];
        var counts = new int[sorted.length / 2];
        for (int at = 0; at < sorted.length; ) {
            int end = at;
            while (end < sorted.length && sorted[end] == sorted[at]) {
                end++;
            }
            if (end - at > 1) {
                tokens[kept] = sorted[at];
                counts[kept++] = end - at;
            }
            at = end;
        }
        return new Frequencies(Arrays.copyOf(tokens, kept), Arrays.copyOf(counts, kept), sorted.length);
    }

    static Frequencies of(long[] tokens, int[] counts, int records) {
        return new Frequencies(tokens, counts, records);
    }

    /** Of how many records with a value this one is; at least two, because two are being compared. */
    int count(long token) {
        int at = Arrays.binarySearch(tokens, token);
        return at < 0 ? 2 : counts[at];
    }

    int records() {
        return records;
    }

    long[] tokens() {
        return tokens;
    }

    int[] counts() {
        return counts;
    }

    /** What frequencies are counted by: the sound where there is one. */
    static long token(Form form, int field, long[] record, int at) {
        int from = at + form.offset(field);
        return switch (form.kind(field).shape()) {
            case NAME -> record[from] == 0 ? 0 : (int) record[from + 1];
            case TEXT -> record[from + 1];
            case DATE, NUMBER, WORD -> record[from];
        };
    }
}
