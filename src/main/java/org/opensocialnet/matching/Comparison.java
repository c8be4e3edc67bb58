package org.opensocialnet.matching;

import static org.opensocialnet.matching.Shape.LEVELS;
import static org.opensocialnet.matching.Shape.L_ALIKE;
import static org.opensocialnet.matching.Shape.L_CLOSE;
import static org.opensocialnet.matching.Shape.L_DIFFERENT;
import static org.opensocialnet.matching.Shape.L_MISSING;
import static org.opensocialnet.matching.Shape.L_RELATED;
import static org.opensocialnet.matching.Shape.L_SAME;
import static org.opensocialnet.matching.Shape.L_SOUND;
import static org.opensocialnet.matching.Shape.L_SWAPPED;

/**
 * How far two encodings agree, field by field. Nothing is allocated here. A result is a pattern: three bits of level for
 * each field.
 */
final class Comparison {

    private static final int ACROSS_AGREES = 4;

    private final int fields;
    private final Shape[] shapes;
    private final int[] offsets;
    private final int[][] mixUps;

    Comparison(Form form) {
        fields = form.size();
        shapes = new Shape[fields];
        offsets = new int[fields];
        for (int field = 0; field < fields; field++) {
            shapes[field] = form.kind(field).shape();
            offsets[field] = form.offset(field);
        }
        mixUps = form.mixUps().toArray(int[][]::new);
    }

    static int level(long pattern, int field) {
        return (int) (pattern >>> 3 * field) & LEVELS - 1;
    }

    static long with(long pattern, int field, int level) {
        return pattern & ~(7L << 3 * field) | (long) level << 3 * field;
    }

    long pattern(long[] a, int at, long[] b, int bt) {
        long pattern = 0;
        for (int field = 0; field < fields; field++) {
            pattern |= (long) Levels.of(shapes[field], a, at + offsets[field], b, bt + offsets[field]) << 3 * field;
        }
        for (var pair : mixUps) {
            if (mayBeExchanged(pattern, pair[0], pair[1]) != 0) {
                pattern = crosswise(pattern, pair[0], pair[1], a, at, b, bt);
            }
        }
        return pattern;
    }

    /** 1 if neither of the two fields agrees, otherwise 0. */
    static int mayBeExchanged(long pattern, int first, int second) {
        return AGREES_IN_NEITHER >>> level(pattern, first) & AGREES_IN_NEITHER >>> level(pattern, second) & 1;
    }

    private static final int AGREES_IN_NEITHER = 1 << L_MISSING | 1 << L_ALIKE | 1 << L_SWAPPED | 1 << L_DIFFERENT;

    /**
     * Whether fields that differ agree crosswise; then the first is "swapped". Where one record has only one of the two, the
     * agreement is about the other record's field, and no more than "related": a surname among the given names says no more
     * than a surname.
     */
    long crosswise(long pattern, int first, int second, long[] a, int at, long[] b, int bt) {
        int one = across(first, second, a, at, b, bt);
        if (one == 0) { // so it is mostly, and then the other way need not be looked at
            return pattern;
        }
        int other = across(second, first, a, at, b, bt);
        if (Math.max(one, other) < ACROSS_AGREES || Math.min(one, other) == 0) {
            return pattern;
        }
        if (Math.min(one, other) > 1) { // the exchange is said once; then the second field agrees as far as it does
            int weaker = Math.min(one, other);
            int level = weaker == ACROSS_AGREES ? L_SAME : weaker == 3 ? L_CLOSE : L_ALIKE;
            return with(with(pattern, first, L_SWAPPED), second, level);
        }
        // one says nothing: what agrees is the field of the record that has both
        boolean mineIsWhole = a[at + offsets[first]] != 0 && a[at + offsets[second]] != 0;
        boolean yoursIsWhole = b[bt + offsets[first]] != 0 && b[bt + offsets[second]] != 0;
        int about = !mineIsWhole && !yoursIsWhole ? second : mineIsWhole == one > other ? first : second;
        return with(with(pattern, first + second - about, L_MISSING), about, L_RELATED);
    }

    /** 0 differs, 1 says nothing, 2 has something in common, 3 is close, 4 agrees. */
    private int across(int ofA, int ofB, long[] a, int at, long[] b, int bt) {
        int level = Levels.of(shapes[ofA], a, at + offsets[ofA], b, bt + offsets[ofB]);
        if (level == L_MISSING) {
            return 1;
        }
        if (shapes[ofA] == Shape.NAME) {
            return level <= L_RELATED ? ACROSS_AGREES : level == L_CLOSE ? 3 : level == L_ALIKE ? 2 : 0;
        }
        return level <= L_SOUND ? ACROSS_AGREES : 0;
    }
}
