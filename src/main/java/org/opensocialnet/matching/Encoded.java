package org.opensocialnet.matching;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What the engine knows of a record: numbers that can be compared under the same key and form, and not read. */
public final class Encoded {

    private final long[] longs;

    Encoded(long[] longs) {
        this.longs = longs;
    }

    /** To be kept; belongs to the form and key it was made with. */
    public byte[] toBytes() {
        var bytes = ByteBuffer.allocate(longs.length * Long.BYTES);
        bytes.asLongBuffer().put(longs);
        return bytes.array();
    }

    /**
     * @throws IllegalArgumentException if the bytes are not as many as the form needs
     */
    public static Encoded of(Form form, byte[] bytes) {
        if (bytes.length != form.width() * Long.BYTES) {
            throw new IllegalArgumentException(bytes.length + " bytes for a form of " + form.width() * Long.BYTES);
        }
        var longs = new long[form.width()];
        ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
        return new Encoded(longs);
    }

    long[] longs() {
        return longs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoded encoded && Arrays.equals(longs, encoded.longs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(longs);
    }

    @Override
    public String toString() {
        return "Encoded[hidden]";
    }
}
