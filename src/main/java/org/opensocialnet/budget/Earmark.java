package org.opensocialnet.budget;

import org.opensocialnet.kernel.Money;

/** One purpose's part of an envelope, and how far it has come. */
public record Earmark(
        EarmarkId id,
        EnvelopeId envelope,
        Purpose purpose,
        Money reserved,
        Money committed,
        Money spent,
        Money returned) {

    /** What of the envelope it holds, for its ceilings. */
    public Money held() {
        return reserved.plus(committed).plus(spent);
    }
}
