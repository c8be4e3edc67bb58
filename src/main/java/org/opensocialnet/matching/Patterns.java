package org.opensocialnet.matching;

import java.util.Arrays;

/** How often each pattern of agreement was seen. */
final class Patterns {

    private static final long NONE = -1;

    private long[] keys = new long[1 << 10];
    private double[] counts = new double[1 << 10];
    private int size;

    Patterns() {
        Arrays.fill(keys, NONE);
    }

    void add(long pattern, double times) {
        int slot = slot(keys, pattern);
        if (keys[slot] == NONE) {
            keys[slot] = pattern;
            if (++size * 2 > keys.length) {
                grow();
                slot = slot(keys, pattern);
            }
        }
        counts[slot] += times;
    }

    void addAll(Patterns other) {
        for (int slot = 0; slot < other.keys.length; slot++) {
            if (other.keys[slot] != NONE) {
                add(other.keys[slot], other.counts[slot]);
            }
        }
    }

    /** The patterns in ascending order, so that sums over them are the same in every run. */
    long[] sorted() {
        return Arrays.stream(keys).filter(key -> key != NONE).sorted().toArray();
    }

    double count(long pattern) {
        int slot = slot(keys, pattern);
        return keys[slot] == NONE ? 0 : counts[slot];
    }

    double total() {
        return Arrays.stream(sorted()).mapToDouble(this::count).sum();
    }

    void scale(double factor) {
        for (int slot = 0; slot < counts.length; slot++) {
            counts[slot] *= factor;
        }
    }

    private void grow() {
        var oldKeys = keys;
        var oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new double[oldKeys.length * 2];
        Arrays.fill(keys, NONE);
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != NONE) {
                int slot = slot(keys, oldKeys[old]);
                keys[slot] = oldKeys[old];
                counts[slot] = oldCounts[old];
            }
        }
    }

    /** A number stirred so that every bit depends on all; for tables and samples, not for secrecy. */
    static long mix(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    static long mix(long first, long second) {
        return mix(mix(first + 0x9E3779B97F4A7C15L) + second);
    }

    private static int slot(long[] keys, long pattern) {
        int mask = keys.length - 1;
        int slot = (int) Patterns.mix(pattern) & mask;
        while (keys[slot] != NONE && keys[slot] != pattern) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
