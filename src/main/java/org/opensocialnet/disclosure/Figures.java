package org.opensocialnet.disclosure;

import java.util.Arrays;

/** The figures in play, each with its true count, what is told of it, and what must stay uncertain. */
final class Figures {

    /** Told before; it cannot be taken back. */
    static final byte PUBLISHED = 0;
    /** About to be told, unless it has to be withheld. */
    static final byte OPEN = 1;
    /** Told to lie between two bounds. */
    static final byte BOUNDED = 2;
    /** Not told. */
    static final byte HIDDEN = 3;

    static final long FREE = Long.MAX_VALUE / 4;

    int size;
    long[] value = new long[64];
    long[] least = new long[64];
    long[] most = new long[64];
    byte[] state = new byte[64];
    /** What it costs to withhold the figure when it is open, or its bounds when it is bounded; 0 when that is too late. */
    int[] cost = new int[64];
    /** Everything between these must seem possible, or a stretch of {@code spread} of it; empty when nothing must. */
    long[] needLeast = new long[64];
    long[] needMost = new long[64];
    long[] spread = new long[64];

    int add(long people, byte told, long from, long to, int price) {
        if (size == value.length) {
            grow();
        }
        value[size] = people;
        state[size] = told;
        least[size] = from;
        most[size] = to;
        cost[size] = price;
        needLeast[size] = people;
        needMost[size] = people;
        return size++;
    }

    void need(int figure, long from, long to, long width) {
        needLeast[figure] = from;
        needMost[figure] = to;
        spread[figure] = Math.min(width, to - from);
    }

    boolean isSensitive(int figure) {
        return spread[figure] > 0;
    }

    void publish(int figure) {
        state[figure] = PUBLISHED;
        least[figure] = value[figure];
        most[figure] = value[figure];
    }

    void hide(int figure) {
        state[figure] = HIDDEN;
        least[figure] = 0;
        most[figure] = FREE;
    }

    /** Whether the figure may be this, going by what is told or what may still be withheld. */
    boolean allows(int figure, long people, boolean withholding) {
        return switch (state[figure]) {
            case PUBLISHED -> false;
            case OPEN -> withholding && people >= 0;
            case BOUNDED ->
                least[figure] <= people && people <= most[figure]
                        || withholding && cost[figure] > 0 && people >= 0;
            default -> least[figure] <= people && people <= most[figure];
        };
    }

    /** What it costs that the figure may be this. */
    int costOf(int figure, long people) {
        boolean withheld = state[figure] == OPEN
                || state[figure] == BOUNDED && (people < least[figure] || people > most[figure]);
        return withheld ? cost[figure] : 0;
    }

    private void grow() {
        int more = 2 * size;
        value = Arrays.copyOf(value, more);
        least = Arrays.copyOf(least, more);
        most = Arrays.copyOf(most, more);
        state = Arrays.copyOf(state, more);
        cost = Arrays.copyOf(cost, more);
        needLeast = Arrays.copyOf(needLeast, more);
        needMost = Arrays.copyOf(needMost, more);
        spread = Arrays.copyOf(spread, more);
    }
}
