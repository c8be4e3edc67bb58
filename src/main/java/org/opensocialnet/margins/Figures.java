package org.opensocialnet.margins;

import java.util.Arrays;

/** The figures in play by their numbers, each with its true count, what is told of it, and what must stay uncertain. */
public final class Figures {

    /** Told before; it cannot be taken back. */
    static final byte PUBLISHED = 0;
    /** About to be told, unless it has to be withheld. */
    static final byte OPEN = 1;
    /** Told to lie between two bounds. */
    static final byte BOUNDED = 2;
    /** Not told. */
    static final byte HIDDEN = 3;

    private static final long FREE = Long.MAX_VALUE / 4;

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
    /** The figure that mostly changes with it, such as the year of a month; −1 for none. */
    int[] along = new int[64];

    /** A figure about to be told, and what it costs to withhold it. */
    public int open(long people, int price) {
        return add(people, OPEN, people, people, price);
    }

    /** A figure that is not told: any count, none included. */
    public int untold(long people) {
        return add(people, HIDDEN, 0, FREE, 0);
    }

    /** A difference that is not told, which may be less than nothing. */
    public int difference(long people) {
        return add(people, HIDDEN, -FREE, FREE, 0);
    }

    private int add(long people, byte told, long from, long to, int price) {
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
        along[size] = -1;
        return size++;
    }

    /** Of what lies between these, a stretch so wide must seem possible to every reader. */
    public void need(int figure, long from, long to, long width) {
        needLeast[figure] = from;
        needMost[figure] = to;
        spread[figure] = Math.min(width, to - from);
    }

    /** When this changes, that goes along: the search tries so first, for it leaves the sum that ties them right. */
    public void goesAlong(int whole, int part) {
        along[part] = along[part] < 0 && whole != part ? whole : along[part];
    }

    /** It was told, and cannot be taken back. */
    public void publish(int figure) {
        state[figure] = PUBLISHED;
        least[figure] = value[figure];
        most[figure] = value[figure];
    }

    /** Told to lie between these; what was told between others before holds too. The price is that of not saying so. */
    public void bound(int figure, long from, long to, int price) {
        if (state[figure] == PUBLISHED) {
            return;
        }
        boolean first = state[figure] == OPEN;
        least[figure] = first ? from : Math.max(least[figure], from);
        most[figure] = first ? to : Math.min(most[figure], to);
        state[figure] = BOUNDED;
        cost[figure] = price;
    }

    /** It is not told. */
    public void hide(int figure) {
        state[figure] = HIDDEN;
        least[figure] = 0;
        most[figure] = FREE;
    }

    public long value(int figure) {
        return value[figure];
    }

    /** The most it can be by what is told of it. */
    public long most(int figure) {
        return most[figure];
    }

    public boolean isPublished(int figure) {
        return state[figure] == PUBLISHED;
    }

    /** Whether the count itself is told, now or before. */
    public boolean isTold(int figure) {
        return state[figure] == PUBLISHED || state[figure] == OPEN;
    }

    public boolean isBounded(int figure) {
        return state[figure] == BOUNDED;
    }

    /** Whether it is for this telling to say what is told of it. */
    boolean isUndecided(int figure) {
        return state[figure] == OPEN || state[figure] == BOUNDED && cost[figure] > 0;
    }

    boolean isSensitive(int figure) {
        return spread[figure] > 0;
    }

    /** Whether the figure may be this, going by what is told or what may still be withheld. */
    boolean allows(int figure, long people, boolean withholding) {
        return switch (state[figure]) {
            case PUBLISHED -> false;
            case OPEN -> withholding && people >= 0;
            case BOUNDED ->
                least[figure] <= people && people <= most[figure] || withholding && cost[figure] > 0 && people >= 0;
            default -> least[figure] <= people && people <= most[figure];
        };
    }

    /** What it costs that the figure may be this. */
    int costOf(int figure, long people) {
        boolean withheld =
                state[figure] == OPEN || state[figure] == BOUNDED && (people < least[figure] || people > most[figure]);
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
        along = Arrays.copyOf(along, more);
    }
}
