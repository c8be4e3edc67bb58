package org.opensocialnet.budget;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Money;

/**
 * Money of an envelope moved. Published in the transaction of the act, so that who listens hears of what stands.
 *
 * @param act the act's number: a listener that has seen it does nothing
 * @param earmark none where the whole envelope is meant, as when the funders give
 * @param room whose purpose it is, with its reference; empty and none without an earmark
 */
public record MoneyMoved(
        UUID act,
        Movement movement,
        EnvelopeId envelope,
        @Nullable EarmarkId earmark,
        String room,
        @Nullable UUID reference,
        Money amount,
        LocalDate day) {}
