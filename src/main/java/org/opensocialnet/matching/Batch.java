package org.opensocialnet.matching;

import static org.opensocialnet.matching.Shape.L_DIFFERENT;

/**
 * Pairs that are compared together, one field of all before the next: so each loop is short and without branches, and
 * while one pair is compared the records of the next ones are fetched.
 */
final class Batch {

    /** So many pairs; their records fit into a core's own memory. */
    static final int SIZE = 128;

    final int[] firsts = new int[SIZE];
    final int[] seconds = new int[SIZE];
    final long[] patterns = new long[SIZE];
    int size;

    private final long[][] chunks;
    private final int width;
    private final int fields;
    private final Shape[] shapes;
    private final int[] offsets;
    private final int[][] mixUps;
    private final Comparison comparison;
    private final int[] all = new int[SIZE];
    private final int[] some = new int[SIZE];
    private final int[] fewer = new int[SIZE];
    private final byte[] levels = new byte[SIZE];
    private long touched;

    Batch(Records records) {
        var form = records.form();
        chunks = records.chunks();
        width = form.width();
        fields = form.size();
        comparison = new Comparison(form);
        shapes = new Shape[fields];
        offsets = new int[fields];
        for (int field = 0; field < fields; field++) {
            shapes[field] = form.kind(field).shape();
            offsets[field] = form.offset(field);
        }
        mixUps = form.mixUps().toArray(int[][]::new);
        for (int pair = 0; pair < SIZE; pair++) {
            all[pair] = pair;
        }
    }

    /** All pairs of it by their numbers, as {@link #compare} wants them. */
    int[] all() {
        return all;
    }

    /** Answers whether it is full now. */
    boolean add(int first, int second) {
        firsts[size] = first;
        seconds[size] = second;
        patterns[size] = 0;
        return ++size == SIZE;
    }

    /** Adds the level of one field to the patterns of some of the pairs. */
    void compare(int field, int[] which, int count) {
        levels(shapes[field], offsets[field], offsets[field], which, count);
        for (int at = 0; at < count; at++) {
            patterns[which[at]] |= (long) levels[at] << 3 * field;
        }
    }

    /** All fields of all pairs. */
    void compareAll() {
        touch();
        for (int field = 0; field < fields; field++) {
            compare(field, all, size);
        }
        exchange();
    }

    /** What agrees crosswise, once both fields of it were compared in all pairs. */
    void exchange() {
        for (var pair : mixUps) {
            int asked = 0;
            for (int at = 0; at < size; at++) {
                some[asked] = at;
                asked += Comparison.mayBeExchanged(patterns[at], pair[0], pair[1]);
            }
            levels(shapes[pair[0]], offsets[pair[0]], offsets[pair[1]], some, asked);
            int left = 0;
            for (int at = 0; at < asked; at++) {
                fewer[left] = some[at];
                left += (levels[at] - L_DIFFERENT) >>> 31;
            }
            for (int at = 0; at < left; at++) {
                int a = firsts[fewer[at]];
                int b = seconds[fewer[at]];
                patterns[fewer[at]] = comparison.crosswise(
                        patterns[fewer[at]], pair[0], pair[1], chunk(a), place(a), chunk(b), place(b));
            }
        }
    }

    /** Has all records fetched at once, a line of memory each eight numbers; the sum keeps a compiler from leaving it out. */
    void touch() {
        long sum = touched;
        for (int at = 0; at < size; at++) {
            var a = chunk(firsts[at]);
            var b = chunk(seconds[at]);
            int i = place(firsts[at]);
            int j = place(seconds[at]);
            for (int line = 0; line < width; line += 8) {
                sum += a[i + line] + b[j + line];
            }
        }
        touched = sum;
    }

    private long[] chunk(int record) {
        return chunks[record >> People.CHUNK_BITS];
    }

    private int place(int record) {
        return (record & People.CHUNK - 1) * width;
    }

    /** One loop for each shape, for inside a loop there is nothing to decide. */
    private void levels(Shape shape, int ofFirst, int ofSecond, int[] which, int count) {
        switch (shape) {
            case NAME -> {
                for (int at = 0; at < count; at++) {
                    int a = firsts[which[at]];
                    int b = seconds[which[at]];
                    levels[at] = (byte) Levels.name(chunk(a), place(a) + ofFirst, chunk(b), place(b) + ofSecond);
                }
            }
            case DATE -> {
                for (int at = 0; at < count; at++) {
                    int a = firsts[which[at]];
                    int b = seconds[which[at]];
                    levels[at] = (byte) Levels.date(chunk(a), place(a) + ofFirst, chunk(b), place(b) + ofSecond);
                }
            }
            case TEXT -> {
                for (int at = 0; at < count; at++) {
                    int a = firsts[which[at]];
                    int b = seconds[which[at]];
                    levels[at] = (byte) Levels.text(chunk(a), place(a) + ofFirst, chunk(b), place(b) + ofSecond);
                }
            }
            case NUMBER -> {
                for (int at = 0; at < count; at++) {
                    int a = firsts[which[at]];
                    int b = seconds[which[at]];
                    levels[at] = (byte) Levels.number(chunk(a), place(a) + ofFirst, chunk(b), place(b) + ofSecond);
                }
            }
            case WORD -> {
                for (int at = 0; at < count; at++) {
                    int a = firsts[which[at]];
                    int b = seconds[which[at]];
                    levels[at] = (byte) Levels.word(chunk(a), place(a) + ofFirst, chunk(b), place(b) + ofSecond);
                }
            }
        }
    }
}
