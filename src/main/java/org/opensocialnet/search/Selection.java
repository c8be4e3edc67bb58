package org.opensocialnet.search;

import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Holders;
import org.opensocialnet.index.Shelf;

/** The points that pass the filters of a question, and how many there would be with one more of them. */
final class Selection {

    private final Shelf shelf;
    private final Question question;
    private final int minute;

    Selection(Shelf shelf, Question question, int minute) {
        this.shelf = shelf;
        this.question = question;
        this.minute = minute;
    }

    /** Leaves in the given points only those that pass. */
    FixedBitSet narrow(FixedBitSet points) {
        return narrow(points, null, true);
    }

    private FixedBitSet narrow(FixedBitSet points, @Nullable Facet except, boolean byTime) {
        question.chosen().forEach((facet, values) -> {
            if (facet != except) {
                values.forEach(value -> retain(points, shelf.holders(facet, value)));
            }
        });
        if (byTime && !(question.when() instanceof When.Anytime)) {
            points.and(shelf.openAt(minute));
        }
        if (question.box() != null) {
            retainInside(points, question.box());
        }
        return points;
    }

    private static void retain(FixedBitSet points, @Nullable Holders holders) {
        if (holders == null) {
            points.clear();
        } else {
            holders.retainIn(points);
        }
    }

    private void retainInside(FixedBitSet points, Box box) {
        for (int at = Shelf.next(points, 0); at < shelf.size(); at = Shelf.next(points, at + 1)) {
            if (!shelf.inside(at, box.west(), box.south(), box.east(), box.north())) {
                points.clear(at);
            }
        }
    }

    /** Of the points whose words match, how many are open now whatever time is asked for. */
    int openNow(FixedBitSet matching, int now) {
        var points = narrow(matching.clone(), null, false);
        points.and(shelf.openAt(now));
        return points.cardinality();
    }

    /** By each value of each facet; of a facet with one choice as if none were made yet. */
    Map<Facet, Map<String, Integer>> counts(FixedBitSet matching, FixedBitSet found) {
        var counts = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
        var tally = shelf.tally(found);
        for (var facet : Facet.values()) {
            if (facet.counted()) {
                boolean free = facet.single() && !question.chosen(facet).isEmpty();
                counts.put(facet, (free ? shelf.tally(narrow(matching.clone(), facet, true)) : tally).of(facet));
            }
        }
        return counts;
    }
}
