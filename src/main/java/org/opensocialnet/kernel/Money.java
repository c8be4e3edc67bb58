package org.opensocialnet.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of euros, exact to the cent. Rounding is the caller's decision, never ours. */
public record Money(BigDecimal euros) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        euros = euros.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Money euros(String amount) {
        return new Money(new BigDecimal(amount));
    }

    public static Money ofCents(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2));
    }

    /** All of it in cents. */
    public long cents() {
        return euros.unscaledValue().longValueExact();
    }

    public Money plus(Money other) {
        return new Money(euros.add(other.euros));
    }

    public Money minus(Money other) {
        return new Money(euros.subtract(other.euros));
    }

    public boolean isNegative() {
        return euros.signum() < 0;
    }

    public boolean isPositive() {
        return euros.signum() > 0;
    }

    public boolean isZero() {
        return euros.signum() == 0;
    }

    /** The smaller of two. */
    public Money atMost(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return euros.compareTo(other.euros);
    }
}
