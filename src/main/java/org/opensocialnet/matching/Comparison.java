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
 * How far two encodings agree, field by field. Nothing is allocated here; this is the inner loop of everything. A result
 * is a pattern: three bits of level for each field.
 */
final class Comparison {

    /** Bits of a signature that may differ: half and a quarter of all features in common. */
    private static final int CLOSE_BITS = bits(0.52);

    private static final int ALIKE_BITS = bits(0.28);

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

    private static int bits(double jaccard) {
        return (int) Math.round((1 - jaccard) / 2 * Salt.SIGNATURE_BITS);
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
            pattern |= (long) level(field, a, at, b, bt) << 3 * field;
        }
        return exchanged(pattern, a, at, b, bt);
    }

    int level(int field, long[] a, int at, long[] b, int bt) {
        int i = at + offsets[field];
        int j = bt + offsets[field];
        if (a[i] == b[j]) {
            return a[i] == 0 ? L_MISSING : L_SAME;
        }
        if (a[i] == 0 || b[j] == 0) {
            return L_MISSING;
        }
        return switch (shapes[field]) {
            case NAME -> name(a, i, b, j);
            case DATE -> date(a, i, b, j);
            case TEXT -> a[i + 1] == b[j + 1] ? L_SOUND : likeness(a, i + 2, b, j + 2);
            case NUMBER -> likeness(a, i + 1, b, j + 1);
            case WORD -> L_DIFFERENT;
        };
    }

    /**
     * Whether fields that differ agree crosswise; then the first is "swapped". Where one record has only one of the two, the
     * agreement is about the other record's field, and no more than "related": a surname among the given names says no more
     * than a surname.
     */
    long exchanged(long pattern, long[] a, int at, long[] b, int bt) {
        long changed = pattern;
        for (var pair : mixUps) {
            int first = level(changed, pair[0]);
            int second = level(changed, pair[1]);
            boolean neither = (first == L_MISSING || first >= L_ALIKE) && (second == L_MISSING || second >= L_ALIKE);
            if (neither) {
                changed = crosswise(changed, pair[0], pair[1], a, at, b, bt);
            }
        }
        return changed;
    }

    private long crosswise(long pattern, int first, int second, long[] a, int at, long[] b, int bt) {
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
        int i = at + offsets[ofA];
        int j = bt + offsets[ofB];
        if (a[i] == 0 || b[j] == 0) {
            return 1;
        }
        if (shapes[ofA] == Shape.NAME) {
            int level = name(a, i, b, j);
            return level <= L_RELATED ? ACROSS_AGREES : level == L_CLOSE ? 3 : level == L_ALIKE ? 2 : 0;
        }
        return a[i] == b[j] || a[i + 1] == b[j + 1] ? ACROSS_AGREES : 0;
    }

    private static int name(long[] a, int i, long[] b, int j) {
        int mine = (int) a[i + 1];
        int yours = (int) b[j + 1];
        if (mine == yours
                || holds(b[j + 1], mine) | (int) b[j + 2] == mine
                || holds(a[i + 1], yours) | (int) a[i + 2] == yours) {
            return L_SOUND;
        }
        if (kin(a, i + 3, b, j + 3)) {
            return L_RELATED;
        }
        int level = likeness(a, i + 6, b, j + 6);
        return level != L_CLOSE && a[i + 2] >>> 32 == b[j + 2] >>> 32 ? L_CLOSE : level;
    }

    private static boolean holds(long two, int token) {
        return (int) two == token | (int) (two >>> 32) == token;
    }

    /** Whether any of six tokens is any of the six others: a difference with a half of 0, looked for without branches. */
    private static boolean kin(long[] a, int i, long[] b, int j) {
        long found = 0;
        for (int mine = 0; mine < 3; mine++) {
            long straight = a[i + mine];
            long crossed = straight << 32 | straight >>> 32;
            for (int yours = 0; yours < 3; yours++) {
                found |= zeroHalf(straight ^ b[j + yours]) | zeroHalf(crossed ^ b[j + yours]);
            }
        }
        return found != 0;
    }

    /** Not 0 if the upper or the lower half is 0. */
    private static long zeroHalf(long two) {
        return two - 0x0000_0001_0000_0001L & ~two & 0x8000_0000_8000_0000L;
    }

    private static int likeness(long[] a, int i, long[] b, int j) {
        int apart = Long.bitCount(a[i] ^ b[j])
                + Long.bitCount(a[i + 1] ^ b[j + 1])
                + Long.bitCount(a[i + 2] ^ b[j + 2])
                + Long.bitCount(a[i + 3] ^ b[j + 3]);
        return apart <= CLOSE_BITS ? L_CLOSE : apart <= ALIKE_BITS ? L_ALIKE : L_DIFFERENT;
    }

    /** Levels of a date: 2 one digit, 3 day and month swapped, 4 one part, 5 year known, 6 year only, 7 different. */
    private static int date(long[] a, int i, long[] b, int j) {
        boolean sameYear = (int) a[i + 10] == (int) b[j + 10];
        if (a[i + 1] == 0 || b[j + 1] == 0) {
            return sameYear && a[i + 10] != 0 ? 5 : L_DIFFERENT;
        }
        long slip = 0;
        long part = 0;
        for (int two = 0; two < 4; two++) {
            slip |= zeroHalf(a[i + 2 + two] ^ b[j + 2 + two]);
            part |= zeroHalf(a[i + 6 + two] ^ b[j + 6 + two]);
        }
        if (slip != 0) {
            return 2;
        }
        if (a[i] == b[j + 1]) {
            return 3;
        }
        return part != 0 ? 4 : sameYear ? 6 : L_DIFFERENT;
    }
}
