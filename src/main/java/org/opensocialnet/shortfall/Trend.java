package org.opensocialnet.shortfall;

/** Where a shortfall goes, by what it was before. */
public enum Trend {
    WORSE,
    BETTER,
    STEADY,
    UNKNOWN;

    /** Estimates move only when their intervals part; less than what is called a deficit is no move. */
    public static Trend of(Figure before, Figure now, Declared declared) {
        if (before.confidence() == Confidence.UNKNOWN || now.confidence() == Confidence.UNKNOWN) {
            return UNKNOWN;
        }
        if (declared.calls(now.least() - before.most(), 0)) {
            return WORSE;
        }
        return declared.calls(before.least() - now.most(), 0) ? BETTER : STEADY;
    }
}
