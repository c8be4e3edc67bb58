package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * The fields two records are compared by, and where each lies in an encoding. The order in which they are given does not
 * matter: a form sorts them, so that moved columns change nothing.
 */
public final class Form {

    /** Three bits for the level of each field fill a long. */
    public static final int MOST_FIELDS = 20;

    private final List<Field> fields;
    private final int[] offsets;
    private final int width;

    private Form(List<Field> fields) {
        this.fields = fields;
        this.offsets = new int[fields.size()];
        int at = 0;
        for (int f = 0; f < offsets.length; f++) {
            offsets[f] = at;
            at += fields.get(f).kind().shape().longs();
        }
        this.width = at;
    }

    /**
     * @throws IllegalArgumentException without a field, with more than {@value #MOST_FIELDS}, or with two of one name
     */
    public static Form of(List<Field> fields) {
        var names = new HashSet<String>();
        if (fields.isEmpty() || fields.size() > MOST_FIELDS || !fields.stream().allMatch(f -> names.add(f.name()))) {
            throw new IllegalArgumentException(
                    "A form has 1 to " + MOST_FIELDS + " fields of different names, not " + fields.size());
        }
        var sorted = new ArrayList<>(fields);
        sorted.sort(Comparator.comparing(Field::kind).thenComparing(Field::name));
        return new Form(List.copyOf(sorted));
    }

    /** The fields in the form's own order, in which values are given to the {@link Encoder}. */
    public List<Field> fields() {
        return fields;
    }

    /** How many longs the encoding of one record has. */
    public int width() {
        return width;
    }

    int size() {
        return fields.size();
    }

    Kind kind(int field) {
        return fields.get(field).kind();
    }

    int offset(int field) {
        return offsets[field];
    }

    /** Pairs of fields whose values people exchange by mistake. */
    List<int[]> mixUps() {
        var pairs = new ArrayList<int[]>();
        for (int first = 0; first < size(); first++) {
            for (int second = first + 1; second < size(); second++) {
                if (kind(first).mixedUpWith(kind(second)) || kind(second).mixedUpWith(kind(first))) {
                    pairs.add(new int[] {first, second});
                }
            }
        }
        return pairs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Form form && form.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }
}
