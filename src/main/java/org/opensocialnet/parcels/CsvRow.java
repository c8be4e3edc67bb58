package org.opensocialnet.parcels;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table as column to text. All rows of a table share where each column stands, so that a row costs no
 * more than its cells.
 */
final class CsvRow extends AbstractMap<String, String> {

    private final Map<String, Integer> places;
    private final String[] cells;

    CsvRow(Map<String, Integer> places, String[] cells) {
        this.places = places;
        this.cells = cells;
    }

    @Override
    public @Nullable String get(@Nullable Object column) {
        var place = places.get(column);
        return place == null ? null : cells[place];
    }

    @Override
    public boolean containsKey(@Nullable Object column) {
        return places.containsKey(column);
    }

    @Override
    public Set<String> keySet() {
        return places.keySet();
    }

    @Override
    public int size() {
        return places.size();
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                var each = places.entrySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public Entry<String, String> next() {
                        var place = each.next();
                        return Map.entry(place.getKey(), cells[place.getValue()]);
                    }
                };
            }

            @Override
            public int size() {
                return places.size();
            }
        };
    }
}
