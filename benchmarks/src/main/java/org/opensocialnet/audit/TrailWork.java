package org.opensocialnet.audit;

import org.springframework.context.ApplicationContext;

/** What the trail does by itself, opened for measuring. */
public record TrailWork(ApplicationContext program) {

    /** Seals what waits; says how many lines. */
    public int seal() {
        return program.getBean(Sealing.class).seal();
    }

    /** Verifies all; says how many lines. */
    public long verify() {
        return program.getBean(TrailVerification.class)
                .verify(TrailVerification.FIRST, TrailVerification.LAST)
                .lines();
    }
}
