package org.opensocialnet.search;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Shelf;

/** Brings found points into the order a reader asked for: what helps first. Equals stand by name. */
final class Order {

    private static final float OPEN = 1.1f;
    private static final double NEARBY = 2_000;
    private static final double SHARE_OF_DISTANCE = 0.65;
    /** A place that is not told ranks as if it were a walk away. */
    private static final double UNKNOWN_PLACE = 1_500;

    private final Shelf shelf;
    private final Question question;
    private final FixedBitSet openNow;
    private long[] keys = new long[256];
    private int count;

    Order(Shelf shelf, Question question, FixedBitSet openNow) {
        this.shelf = shelf;
        this.question = question;
        this.openNow = openNow;
    }

    void add(FixedBitSet points) {
        for (int at = Shelf.next(points, 0); at < shelf.size(); at = Shelf.next(points, at + 1)) {
            add(at, 0);
        }
    }

    void add(Scores scores) {
        for (int i = 0; i < scores.count(); i++) {
            add(scores.point(i), scores.score(i));
        }
    }

    private void add(int at, float score) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
        }
        keys[count++] = (long) place(at, score) << 32 | shelf.rank(at);
    }

    private int place(int at, float score) {
        return switch (question.sort()) {
            case NAME -> 0;
            case DISTANCE -> question.near() == null ? 0 : distance(at, question.near(), Integer.MAX_VALUE);
            case BEST -> best(at, score, question.near());
        };
    }

    private int best(int at, float score, @Nullable Near near) {
        if (score == 0) {
            return near != null ? distance(at, near, UNKNOWN_PLACE) : openNow.get(at) ? 0 : 1;
        }
        double worth = score * (openNow.get(at) ? OPEN : 1);
        if (near != null) {
            double metres = shelf.hasPlace(at) ? shelf.metres(at, near.latitude(), near.longitude()) : UNKNOWN_PLACE;
            worth *= 1 - SHARE_OF_DISTANCE + SHARE_OF_DISTANCE * Math.exp(-metres / NEARBY);
        }
        return Integer.MAX_VALUE - Float.floatToIntBits((float) worth);
    }

    private int distance(int at, Near near, double unknown) {
        return (int) Math.min(
                Integer.MAX_VALUE, shelf.hasPlace(at) ? shelf.metres(at, near.latitude(), near.longitude()) : unknown);
    }

    /** The points of one page. */
    int[] page() {
        int from = Math.min(count, (question.page() - 1) * question.size());
        int until = Math.min(count, from + question.size());
        if (until < count / 8) {
            select(until);
            Arrays.sort(keys, 0, until);
        } else {
            Arrays.sort(keys, 0, count);
        }
        var page = new int[until - from];
        for (int i = from; i < until; i++) {
            page[i - from] = shelf.atRank((int) keys[i]);
        }
        return page;
    }

    /** Moves the smallest keys to the front, in any order. */
    private void select(int wanted) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            long pivot = keys[low + high >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (keys[left] < pivot) {
                    left++;
                }
                while (keys[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long swapped = keys[left];
                    keys[left++] = keys[right];
                    keys[right--] = swapped;
                }
            }
            if (wanted <= right) {
                high = right;
            } else if (wanted >= left) {
                low = left;
            } else {
                return;
            }
        }
    }
}
