package org.opensocialnet.support;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line that somebody covers; going, delivered and confirmed are each at most the one before.
 *
 * @param reference what it is called in the room it comes from: the pledge, the earmark
 * @param organization who gives; none for a citizen and for money of the network's envelope
 * @param envelope whose money
 * @param named whether the giver may be named in public
 * @param quantity in the line's unit
 */
public record Cover(
        UUID id,
        UUID request,
        UUID line,
        Source source,
        UUID reference,
        @Nullable UUID organization,
        @Nullable UUID envelope,
        boolean named,
        BigDecimal quantity,
        BigDecimal going,
        BigDecimal delivered,
        BigDecimal confirmed) {

    /** Where it comes from. */
    public enum Source {
        PLEDGE,
        CITIZEN,
        MONEY
    }

    Cover come(BigDecimal quantity, BigDecimal going, BigDecimal delivered, BigDecimal confirmed) {
        return new Cover(
                id,
                request,
                line,
                source,
                reference,
                organization,
                envelope,
                named,
                quantity,
                going,
                delivered,
                confirmed);
    }

    boolean isInOrder() {
        return confirmed.signum() >= 0
                && confirmed.compareTo(delivered) <= 0
                && delivered.compareTo(going) <= 0
                && going.compareTo(quantity) <= 0;
    }
}
