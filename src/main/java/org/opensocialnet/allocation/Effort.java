package org.opensocialnet.allocation;

import java.time.Duration;

/**
 * How long to search.
 *
 * @param work in the solver's own count, some seconds of one processor each; it ends the search at the same point every time
 * @param clock the search is stopped then at the latest, wherever it is
 * @param gap good enough: so much may be missing of the bound
 */
public record Effort(double work, Duration clock, double gap) {

    public static final Effort USUAL = new Effort(4, Duration.ofSeconds(60), 0);

    public Effort {
        if (!(work > 0) || !clock.isPositive() || !(gap >= 0 && gap < 1)) {
            throw new IllegalArgumentException("A search has work, time and a gap between 0 and 1.");
        }
    }

    Effort part(double part) {
        return new Effort(work * part, clock, gap);
    }

    Effort withGap(double other) {
        return new Effort(work, clock, other);
    }
}
