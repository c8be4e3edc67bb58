package org.opensocialnet.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/** Which points carry which value of which facet, in one state of the index. */
final class Carriers {

    private final Map<String, Holders> holders = new HashMap<>();
    private final Map<Facet, List<String>> values = new EnumMap<>(Facet.class);

    Carriers(DirectoryReader reader) throws IOException {
        var carried = new HashMap<String, Numbers>();
        for (var leaf : reader.leaves()) {
            read(leaf, carried);
        }
        carried.forEach((token, places) -> holders.put(token, Holders.of(places.of, places.count, reader.maxDoc())));
        for (var facet : Facet.values()) {
            values.put(facet, valuesOf(facet));
        }
    }

    @Nullable
    Holders of(Facet facet, String value) {
        return holders.get(facet.token(value));
    }

    List<String> values(Facet facet) {
        return values.getOrDefault(facet, List.of());
    }

    private static void read(LeafReaderContext leaf, Map<String, Numbers> carried) throws IOException {
        var facets = DocValues.getSortedSet(leaf.reader(), Point.FACETS);
        var places = new Numbers[Math.toIntExact(facets.getValueCount())];
        for (int ord = 0; ord < places.length; ord++) {
            places[ord] = carried.computeIfAbsent(facets.lookupOrd(ord).utf8ToString(), _ -> new Numbers());
        }
        int end = leaf.reader().maxDoc();
        for (int doc = facets.nextDoc(); doc < end; doc = facets.nextDoc()) {
            for (int i = 0; i < facets.docValueCount(); i++) {
                places[Math.toIntExact(facets.nextOrd())].add(leaf.docBase + doc);
            }
        }
    }

    private List<String> valuesOf(Facet facet) {
        var prefix = facet.token("");
        var found = new ArrayList<String>();
        for (var token : holders.keySet()) {
            if (token.startsWith(prefix)) {
                found.add(token.substring(prefix.length()));
            }
        }
        Collections.sort(found);
        return found;
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
