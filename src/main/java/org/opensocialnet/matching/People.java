package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many encoded records of one form in memory, numbered from 0 in the order they were added. */
public final class People {

    static final int CHUNK_BITS = 11;
    static final int CHUNK = 1 << CHUNK_BITS;

    private final Form form;
    private final int width;
    private final List<long[]> growing = new ArrayList<>();
    private int count;

    public People(Form form) {
        this.form = form;
        this.width = form.width();
    }

    /** Not for several threads at once. */
    public int add(Encoded record) {
        if (record.longs().length != width) {
            throw new IllegalArgumentException("An encoding of another form");
        }
        if (count >> CHUNK_BITS == growing.size()) {
            growing.add(new long[CHUNK * width]);
        }
        System.arraycopy(record.longs(), 0, chunk(count), at(count), width);
        return count++;
    }

    /** Forgets those with that number and above. */
    public void keep(int first) {
        count = Math.min(count, first);
        while (growing.size() > (count + CHUNK - 1) / CHUNK) {
            growing.removeLast();
        }
    }

    public int count() {
        return count;
    }

    public Form form() {
        return form;
    }

    public Encoded record(int number) {
        return new Encoded(Arrays.copyOfRange(chunk(number), at(number), at(number) + width));
    }

    /** The array a record lies in, {@link #at} says where. */
    long[] chunk(int number) {
        return growing.get(number >> CHUNK_BITS);
    }

    int at(int number) {
        return (number & CHUNK - 1) * width;
    }

    long[][] chunks() {
        return growing.toArray(long[][]::new);
    }

    static People together(People left, People right) {
        var all = new People(left.form);
        for (var part : List.of(left, right)) {
            for (int number = 0; number < part.count; number++) {
                all.add(part.record(number));
            }
        }
        return all;
    }
}
