package org.opensocialnet.parcels;

/**
 * How much of a file we are ready to read, so that a hostile one costs no more than an honest one.
 *
 * @param members files in one archive
 * @param bytes of all of them unpacked
 * @param ratio of unpacked to packed bytes, once {@code grace} bytes are read
 * @param row characters of one row of a table, or bytes of one JSON document
 * @param cell characters of one value
 * @param depth of nesting in JSON
 */
record Limits(int members, long bytes, int ratio, long grace, int row, int cell, int depth) {

    static final Limits USUAL = new Limits(200, 8L << 30, 200, 16 << 20, 16 << 20, 1 << 20, 40);

    /** Says why a file as a whole is not taken in. */
    static FileRefused refusal(String file, Unreadable why, Object... arguments) {
        return new FileRefused(file, why, arguments);
    }
}
