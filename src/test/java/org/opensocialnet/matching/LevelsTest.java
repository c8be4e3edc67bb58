package org.opensocialnet.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.opensocialnet.kernel.Seeded;

/** What the loops without branches answer, held against the same questions asked one after the other. */
class LevelsTest {

    @Seeded
    void saysWhatOneWouldReadOffTheTwoValues(Random random) {
        for (var shape : Shape.values()) {
            for (int round = 0; round < 300; round++) {
                var a = value(shape, random);
                var b = another(shape, a, random);

                assertThat(Levels.of(shape, a, 0, b, 0))
                        .as(shape + ", " + Arrays.toString(a) + Arrays.toString(b))
                        .isEqualTo(read(shape, a, b));
            }
        }
    }

    private static long[] value(Shape shape, Random random) {
        return random.longs(shape.longs()).toArray();
    }

    /** Something that has now this, now that in common with a value. */
    private static long[] another(Shape shape, long[] than, Random random) {
        var other = value(shape, random);
        for (int slot = 0; slot < other.length; slot++) {
            long from = than[random.nextInt(3) == 0 ? random.nextInt(than.length) : slot];
            long half = random.nextBoolean() ? 0xFFFF_FFFFL : -1L << 32;
            switch (random.nextInt(shape.signature() >= 0 && slot >= shape.signature() ? 3 : 9)) {
                case 0 -> other[slot] = from;
                case 1 -> other[slot] = from ^ other[slot] & random.nextLong() & random.nextLong(); // some bits
                case 2 -> other[slot] = from ^ 1L << random.nextInt(64);
                case 3 -> other[slot] = from & half | other[slot] & ~half;
                case 4 -> other[slot] = Long.rotateLeft(from, 32) & half | other[slot] & ~half;
                default -> {}
            }
        }
        if (random.nextInt(6) == 0) {
            other[random.nextInt(2) % other.length] = 0; // nothing is said, or no more than a year
        }
        return other;
    }

    private static int read(Shape shape, long[] a, long[] b) {
        if (a[0] == 0 || b[0] == 0) {
            return Shape.L_MISSING;
        }
        if (shape == Shape.DATE && (a[1] == 0 || b[1] == 0) && low(a[10]) == low(b[10]) && a[10] != 0) {
            return 5;
        }
        if (a[0] == b[0]) {
            return Shape.L_SAME;
        }
        return switch (shape) {
            case NAME -> name(a, b);
            case DATE -> date(a, b);
            case TEXT -> a[1] == b[1] ? Shape.L_SOUND : likeness(a, b, 2);
            case NUMBER -> likeness(a, b, 1);
            case WORD -> Shape.L_DIFFERENT;
        };
    }

    private static int name(long[] a, long[] b) {
        int mine = low(a[1]);
        int yours = low(b[1]);
        boolean heard = mine == low(b[1]) || mine == high(b[1]) || mine == low(b[2]) || yours == high(a[1]);
        if (heard || yours == low(a[2])) {
            return Shape.L_SOUND;
        }
        for (int one = 0; one < 6; one++) {
            for (int other = 0; other < 6; other++) {
                if (half(a, 3, one) == half(b, 3, other)) {
                    return Shape.L_RELATED;
                }
            }
        }
        return high(a[2]) == high(b[2]) ? Shape.L_CLOSE : likeness(a, b, 6);
    }

    private static int date(long[] a, long[] b) {
        boolean sameYear = low(a[10]) == low(b[10]);
        if (a[1] == 0 || b[1] == 0) {
            return Shape.L_DIFFERENT;
        }
        boolean slip = false;
        boolean part = false;
        for (int at = 0; at < 8; at++) {
            slip |= half(a, 2, at) == half(b, 2, at);
            part |= half(a, 6, at) == half(b, 6, at);
        }
        return slip ? 2 : a[0] == b[1] ? 3 : part ? 4 : sameYear ? 6 : Shape.L_DIFFERENT;
    }

    private static int likeness(long[] a, long[] b, int from) {
        int apart = 0;
        for (int slot = from; slot < from + 4; slot++) {
            apart += Long.bitCount(a[slot] ^ b[slot]);
        }
        return apart <= 61 ? Shape.L_CLOSE : apart <= 92 ? Shape.L_ALIKE : Shape.L_DIFFERENT;
    }

    private static int half(long[] of, int from, int at) {
        return at % 2 == 0 ? low(of[from + at / 2]) : high(of[from + at / 2]);
    }

    private static int low(long two) {
        return (int) two;
    }

    private static int high(long two) {
        return (int) (two >>> 32);
    }
}
