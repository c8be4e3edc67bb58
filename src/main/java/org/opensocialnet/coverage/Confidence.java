package org.opensocialnet.coverage;

/** How sure a figure is; the surest first. */
enum Confidence {
    KNOWN,
    ESTIMATED,
    UNKNOWN;

    /** What rests on both is as sure as the less sure. */
    Confidence or(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
