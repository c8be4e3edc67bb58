package org.opensocialnet.allocation;

import java.time.Duration;
import java.util.Random;

/** Portfolios of a city, drawn by chance, and what the engine makes of them. */
public final class AllocationWork {

    private static final double GAP = 0.01;

    private AllocationWork() {}

    /** The solver's native code is loaded once, and is not what is measured. */
    public static void load() {
        Allocation.load();
    }

    public static Portfolio city(int seed, int lines, int envelopes, boolean fair) {
        var drawn = new Portfolios(new Random(seed), lines, envelopes);
        return fair ? drawn.fair() : drawn.plain();
    }

    public static Proposal propose(Portfolio asked) {
        return new Allocation(new Effort(4, Duration.ofSeconds(60), GAP)).propose(asked, 1);
    }

    public static More more(Portfolio asked, Proposal proposal, String envelope) {
        return new Allocation(new Effort(1, Duration.ofSeconds(60), 0)).more(asked, proposal, envelope, 1_000_00);
    }
}
