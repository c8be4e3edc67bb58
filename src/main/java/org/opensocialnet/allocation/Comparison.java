package org.opensocialnet.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two proposals side by side. A line that only one of them knew appears with nothing in the other.
 *
 * @param sources what each takes from each source
 */
public record Comparison(Proposal one, Proposal other, List<Row> lines, Map<String, Taken> sources) {

    /** What a line gets here and there. */
    public record Row(
            String line, @Nullable Verdict one, @Nullable Verdict other) {

        public long difference() {
            return gets(other) - gets(one);
        }

        private static long gets(@Nullable Verdict verdict) {
            return verdict == null ? 0 : verdict.gets();
        }
    }

    /** What is taken from a source here and there. */
    public record Taken(long one, long other) {}

    /** Which of two scenarios meets more need, where that is certain. */
    public enum Better {
        ONE,
        OTHER,
        SAME,
        UNKNOWN
    }

    public Comparison {
        lines = List.copyOf(lines);
    }

    public static Comparison of(Proposal one, Proposal other) {
        var here = one.byLine();
        var there = other.byLine();
        var names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        var rows = new ArrayList<Row>();
        names.forEach(name -> rows.add(new Row(name, here.get(name), there.get(name))));
        var taken = new TreeMap<String, Taken>();
        one.shares().forEach(share -> taken.merge(share.source(), new Taken(share.taken(), 0), Comparison::plus));
        other.shares().forEach(share -> taken.merge(share.source(), new Taken(0, share.taken()), Comparison::plus));
        return new Comparison(one, other, rows, taken);
    }

    /** The lines that do not get the same. */
    public List<Row> different() {
        return lines.stream().filter(row -> row.difference() != 0).toList();
    }

    /** One is surely better when it has what the other cannot reach. */
    public Better better() {
        if (one.value() > other.bound()) {
            return Better.ONE;
        }
        if (other.value() > one.bound()) {
            return Better.OTHER;
        }
        boolean proven = one.value() == one.bound() && other.value() == other.bound();
        return proven && one.value() == other.value() ? Better.SAME : Better.UNKNOWN;
    }

    private static Taken plus(Taken a, Taken b) {
        return new Taken(a.one() + b.one(), a.other() + b.other());
    }
}
