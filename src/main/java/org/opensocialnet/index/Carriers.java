package org.opensocialnet.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which points carry which value of which facet, in one state of the index: for each value its points, and for each
 * point its values, so that few points are counted by asking them and many by asking the values.
 */
final class Carriers {

    /** Below one point in this many, the points are asked. */
    private static final int FEW = 8;

    /** One value of a facet that is counted beside its filter. */
    private record Counted(String value, int number, Holders holders) {}

    private final Map<String, Holders> holders = new HashMap<>();
    private final Map<Facet, List<Counted>> counted = new EnumMap<>(Facet.class);
    private final int[] firstOf;
    private final int[] numbersOf;
    private final int values;

    Carriers(DirectoryReader reader) throws IOException {
        var carried = new HashMap<String, Numbers>();
        for (var leaf : reader.leaves()) {
            read(leaf, carried);
        }
        int size = reader.maxDoc();
        carried.forEach((token, points) -> holders.put(token, Holders.of(points.of, points.count, size)));
        firstOf = new int[size + 1];
        values = number(carried);
        numbersOf = valuesOfPoints(carried);
    }

    @Nullable
    Holders of(Facet facet, String value) {
        return holders.get(facet.token(value));
    }

    /** How many of the points carry each value; values that none carries are left out. */
    Map<String, Integer> counts(Facet facet, FixedBitSet among, int[] asked) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var value : counted.getOrDefault(facet, List.of())) {
            int count =
                    asked.length > 0 ? asked[value.number()] : value.holders().count(among);
            if (count > 0) {
                counts.put(value.value(), count);
            }
        }
        return counts;
    }

    /** The count of every value by its number, or nothing where there are too many points to ask each. */
    int[] ask(FixedBitSet among) {
        if ((long) among.cardinality() * FEW > firstOf.length) {
            return new int[0];
        }
        var counts = new int[values];
        int end = Math.min(among.length(), firstOf.length - 1);
        for (int at = Shelf.next(among, 0); at < end; at = Shelf.next(among, at + 1)) {
            for (int i = firstOf[at]; i < firstOf[at + 1]; i++) {
                counts[numbersOf[i]]++;
            }
        }
        return counts;
    }

    private static void read(LeafReaderContext leaf, Map<String, Numbers> carried) throws IOException {
        var facets = DocValues.getSortedSet(leaf.reader(), Point.FACETS);
        var points = new Numbers[Math.toIntExact(facets.getValueCount())];
        for (int ord = 0; ord < points.length; ord++) {
            points[ord] = carried.computeIfAbsent(facets.lookupOrd(ord).utf8ToString(), _ -> new Numbers());
        }
        int end = leaf.reader().maxDoc();
        for (int doc = facets.nextDoc(); doc < end; doc = facets.nextDoc()) {
            for (int i = 0; i < facets.docValueCount(); i++) {
                points[Math.toIntExact(facets.nextOrd())].add(leaf.docBase + doc);
            }
        }
    }

    /** Numbers the values that are counted, in the order of their names; answers how many there are. */
    private int number(Map<String, Numbers> carried) {
        int next = 0;
        for (var facet : Facet.values()) {
            if (!facet.counted()) {
                continue;
            }
            var prefix = facet.token("");
            var values = new ArrayList<Counted>();
            for (var token : carried.keySet().stream()
                    .filter(token -> token.startsWith(prefix))
                    .sorted()
                    .toList()) {
                values.add(new Counted(token.substring(prefix.length()), next++, requireNonNull(holders.get(token))));
            }
            values.sort(Comparator.comparing(Counted::value));
            counted.put(facet, List.copyOf(values));
        }
        return next;
    }

    private int[] valuesOfPoints(Map<String, Numbers> carried) {
        counted.forEach((facet, values) -> values.forEach(value -> {
            var points = requireNonNull(carried.get(facet.token(value.value())));
            for (int i = 0; i < points.count; i++) {
                firstOf[points.of[i] + 1]++;
            }
        }));
        Arrays.parallelPrefix(firstOf, Integer::sum);
        var next = firstOf.clone();
        var numbers = new int[firstOf[firstOf.length - 1]];
        counted.forEach((facet, values) -> values.forEach(value -> {
            var points = requireNonNull(carried.get(facet.token(value.value())));
            for (int i = 0; i < points.count; i++) {
                numbers[next[points.of[i]]++] = value.number();
            }
        }));
        return numbers;
    }

    /** A growing list of numbers. */
    private static final class Numbers {
        private int[] of = new int[8];
        private int count;

        void add(int number) {
            if (count == of.length) {
                of = Arrays.copyOf(of, count * 2);
            }
            of[count++] = number;
        }
    }
}
