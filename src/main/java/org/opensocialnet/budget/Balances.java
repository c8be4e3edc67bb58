package org.opensocialnet.budget;

import org.opensocialnet.kernel.Money;

/** How much of an envelope stands where; granted is the sum of all others. */
public record Balances(Money granted, Money available, Money reserved, Money committed, Money spent, Money returned) {

    /** What can still be lost when time runs out: all that was granted and has not been paid. */
    public Money unspent() {
        return granted.minus(spent);
    }
}
