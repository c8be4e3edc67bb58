package org.opensocialnet.shortfall;

/** How sure a figure is; the surest first. */
public enum Confidence {
    KNOWN,
    ESTIMATED,
    UNKNOWN;

    /** What rests on both is as sure as the less sure. */
    public Confidence or(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
