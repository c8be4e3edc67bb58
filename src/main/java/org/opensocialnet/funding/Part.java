package org.opensocialnet.funding;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.kernel.Money;

/**
 * A part of a line that an envelope pays.
 *
 * @param earmark the money in the budget; it gives the part its name
 * @param cover the same part in room support
 * @param organization who keeps the envelope; none: the network's coordination
 * @param money whether the line asks for the euros themselves
 * @param quantity in the line's unit, as it was set aside
 */
record Part(
        EarmarkId earmark,
        UUID cover,
        UUID request,
        UUID line,
        EnvelopeId envelope,
        @Nullable UUID organization,
        boolean money,
        BigDecimal quantity,
        Money amount) {}
