package org.opensocialnet.population;

import java.time.LocalDate;

/**
 * How many people somebody reckoned, and how sure.
 *
 * @param zone the code of a community; empty for the whole city
 * @param group a word of the vocabulary osn-target-group; empty for all people
 * @param serviceType whom it counts: those who need this; empty where it counts all who live there
 * @param day the day it speaks of
 */
public record Estimate(
        String zone,
        String group,
        String serviceType,
        double people,
        double least,
        double most,
        String source,
        LocalDate day) {

    public Estimate {
        if (!(0 <= least && least <= people && people <= most)) {
            throw new IllegalArgumentException("An estimate lies in its interval.");
        }
    }

    /** Whether it says what is needed, not only who is there. */
    public boolean isNeed() {
        return !serviceType.isEmpty();
    }
}
