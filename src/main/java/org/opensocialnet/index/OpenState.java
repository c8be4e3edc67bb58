package org.opensocialnet.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a place is open at the time asked for. Open without an end: around the clock. Closed without a
 * next time: not in the coming days, or its hours are not known.
 */
public record OpenState(
        boolean known,
        boolean open,
        @Nullable Instant until,
        @Nullable Instant next,
        boolean appointment) {

    public boolean aroundTheClock() {
        return open && until == null;
    }
}
