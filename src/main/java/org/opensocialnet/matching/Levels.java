package org.opensocialnet.matching;

import static org.opensocialnet.matching.Shape.L_ALIKE;
import static org.opensocialnet.matching.Shape.L_CLOSE;
import static org.opensocialnet.matching.Shape.L_DIFFERENT;
import static org.opensocialnet.matching.Shape.L_MISSING;
import static org.opensocialnet.matching.Shape.L_RELATED;
import static org.opensocialnet.matching.Shape.L_SAME;
import static org.opensocialnet.matching.Shape.L_SOUND;

/**
 * How far two values of one shape agree. No line of it branches on what it reads: every question is answered by a bit, and
 * a table says which level those bits are. A processor cannot guess how strangers differ; a wrong guess costs it more
 * than all questions together, and keeps it from fetching the next record meanwhile.
 */
final class Levels {

    /** Bits of a signature that may differ: half and a quarter of all features in common. */
    private static final int CLOSE_BITS = bits(0.52);

    private static final int ALIKE_BITS = bits(0.28);

    private static final long LOW = 0xFFFF_FFFFL;
    private static final long BOTH = 0x0000_0001_0000_0001L;
    private static final long TOPS = 0x8000_0000_8000_0000L;

    private static final byte[] WORDS = new byte[128];
    private static final byte[] DATES = new byte[256];

    static {
        for (int bits = 0; bits < 256; bits++) {
            DATES[bits] = (byte) dateLevel(bits);
            WORDS[bits & 127] = (byte) wordLevel(bits);
        }
    }

    private Levels() {}

    private static int bits(double jaccard) {
        return (int) Math.round((1 - jaccard) / 2 * Salt.SIGNATURE_BITS);
    }

    /** From the lowest bit: one is missing, same, sound, related, close, bones, alike. */
    private static int wordLevel(int bits) {
        if ((bits & 1) != 0) {
            return L_MISSING;
        }
        if ((bits & 6) != 0) {
            return (bits & 2) != 0 ? L_SAME : L_SOUND;
        }
        if ((bits & 8) != 0) {
            return L_RELATED;
        }
        return (bits & 48) != 0 ? L_CLOSE : (bits & 64) != 0 ? L_ALIKE : L_DIFFERENT;
    }

    /**
     * From the lowest bit: one is missing, same, no more than a year, year agrees, there is a year, one digit, day and month
     * swapped, one part. Levels: 2 one digit, 3 day and month swapped, 4 one part, 5 year known, 6 year only.
     */
    private static int dateLevel(int bits) {
        if ((bits & 1) != 0) {
            return L_MISSING;
        }
        boolean sameYear = (bits & 8) != 0;
        if ((bits & 4) != 0 && sameYear && (bits & 16) != 0) {
            return 5; // also of two that are no more than that year: hundreds share it
        }
        if ((bits & 2) != 0) {
            return L_SAME;
        }
        if ((bits & 4) != 0) {
            return L_DIFFERENT;
        }
        if ((bits & 32) != 0) {
            return 2;
        }
        if ((bits & 64) != 0) {
            return 3;
        }
        return (bits & 128) != 0 ? 4 : sameYear ? 6 : L_DIFFERENT;
    }

    static int of(Shape shape, long[] a, int i, long[] b, int j) {
        return switch (shape) {
            case NAME -> name(a, i, b, j);
            case DATE -> date(a, i, b, j);
            case TEXT -> text(a, i, b, j);
            case NUMBER -> number(a, i, b, j);
            case WORD -> word(a, i, b, j);
        };
    }

    static int name(long[] a, int i, long[] b, int j) {
        long ours = a[i + 1];
        long theirs = b[j + 1];
        long bones = a[i + 2] ^ b[j + 2];
        long mine = (ours & LOW) * BOTH; // the first sound of each, held against all three of the other
        long yours = (theirs & LOW) * BOTH;
        long third = (b[j + 2] ^ mine) & LOW | (a[i + 2] ^ yours) << 32;
        long heard = zeroHalf(mine ^ theirs) | zeroHalf(yours ^ ours) | zeroHalf(third);
        int apart = apart(a, i + 6, b, j + 6);
        return WORDS[
                missing(a[i], b[j])
                        | zero(a[i] ^ b[j]) << 1
                        | some(heard & TOPS) << 2
                        | some(kin(a, i + 3, b, j + 3) & TOPS) << 3
                        | atMost(apart, CLOSE_BITS) << 4
                        | zero(bones >>> 32) << 5
                        | atMost(apart, ALIKE_BITS) << 6];
    }

    static int text(long[] a, int i, long[] b, int j) {
        int apart = apart(a, i + 2, b, j + 2);
        return WORDS[
                missing(a[i], b[j])
                        | zero(a[i] ^ b[j]) << 1
                        | zero(a[i + 1] ^ b[j + 1]) << 2
                        | atMost(apart, CLOSE_BITS) << 4
                        | atMost(apart, ALIKE_BITS) << 6];
    }

    static int number(long[] a, int i, long[] b, int j) {
        int apart = apart(a, i + 1, b, j + 1);
        return WORDS[
                missing(a[i], b[j])
                        | zero(a[i] ^ b[j]) << 1
                        | atMost(apart, CLOSE_BITS) << 4
                        | atMost(apart, ALIKE_BITS) << 6];
    }

    static int word(long[] a, int i, long[] b, int j) {
        return WORDS[missing(a[i], b[j]) | zero(a[i] ^ b[j]) << 1];
    }

    static int date(long[] a, int i, long[] b, int j) {
        long slip = 0;
        long part = 0;
        for (int two = 0; two < 4; two++) {
            slip |= zeroHalf(a[i + 2 + two] ^ b[j + 2 + two]);
            part |= zeroHalf(a[i + 6 + two] ^ b[j + 6 + two]);
        }
        long year = a[i + 10];
        return DATES[
                missing(a[i], b[j])
                        | zero(a[i] ^ b[j]) << 1
                        | missing(a[i + 1], b[j + 1]) << 2
                        | zero((year ^ b[j + 10]) & LOW) << 3
                        | some(year) << 4
                        | some(slip & TOPS) << 5
                        | zero(a[i] ^ b[j + 1]) << 6
                        | some(part & TOPS) << 7];
    }

    /** Not 0 in the top bits of the halves if any of six tokens is any of the six others. */
    private static long kin(long[] a, int i, long[] b, int j) {
        long found = 0;
        for (int mine = 0; mine < 3; mine++) {
            long straight = a[i + mine];
            long crossed = straight << 32 | straight >>> 32;
            for (int yours = 0; yours < 3; yours++) {
                found |= zeroHalf(straight ^ b[j + yours]) | zeroHalf(crossed ^ b[j + yours]);
            }
        }
        return found;
    }

    /** One of its {@link #TOPS} is set if the upper or the lower half is 0; the other bits mean nothing. */
    private static long zeroHalf(long two) {
        return two - BOTH & ~two;
    }

    /** In how many bits two signatures differ. */
    private static int apart(long[] a, int i, long[] b, int j) {
        return Long.bitCount(a[i] ^ b[j])
                + Long.bitCount(a[i + 1] ^ b[j + 1])
                + Long.bitCount(a[i + 2] ^ b[j + 2])
                + Long.bitCount(a[i + 3] ^ b[j + 3]);
    }

    private static int some(long number) {
        return (int) ((number | -number) >>> 63);
    }

    private static int zero(long number) {
        return some(number) ^ 1;
    }

    private static int missing(long mine, long yours) {
        return zero(mine) | zero(yours);
    }

    private static int atMost(int number, int most) {
        return number - most - 1 >>> 31;
    }
}
