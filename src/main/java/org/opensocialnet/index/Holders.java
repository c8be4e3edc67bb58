package org.opensocialnet.index;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/** The places that carry one value of a facet: a bit each where there are many, a list of numbers where few. */
public final class Holders {

    private final int[] few;
    private final FixedBitSet many;
    private final boolean dense;

    private Holders(int[] few, FixedBitSet many, boolean dense) {
        this.few = few;
        this.many = many;
        this.dense = dense;
    }

    static Holders of(int[] places, int count, int size) {
        if (count < size / 64) {
            return new Holders(Arrays.copyOf(places, count), new FixedBitSet(0), false);
        }
        var bits = new FixedBitSet(size);
        for (int i = 0; i < count; i++) {
            bits.set(places[i]);
        }
        return new Holders(new int[0], bits, true);
    }

    /** How many of these are among the given ones. */
    public int count(FixedBitSet among) {
        if (dense) {
            return (int) FixedBitSet.intersectionCount(many, among);
        }
        int count = 0;
        for (int place : few) {
            if (among.get(place)) {
                count++;
            }
        }
        return count;
    }

    /** Leaves in the given ones only those that are here too. */
    public void retainIn(FixedBitSet others) {
        if (dense) {
            others.and(many);
            return;
        }
        var kept = new FixedBitSet(others.length());
        for (int place : few) {
            if (others.get(place)) {
                kept.set(place);
            }
        }
        others.clear();
        others.or(kept);
    }
}
