package org.opensocialnet.allocation;

/**
 * How much is asked, and how it may be covered in part: in steps of so many units, and from so many units up.
 *
 * @param least under this, nothing at all is better
 */
public record Amount(long quantity, long step, long least) {

    private static final long MOST_UNITS = 1_000_000_000;
    private static final long MOST_STEPS = 10_000;

    public Amount {
        if (quantity < 1 || quantity > MOST_UNITS) {
            throw new IllegalArgumentException("A quantity lies between 1 and a thousand million.");
        }
        if (step < 1 || quantity % step != 0 || quantity / step > MOST_STEPS) {
            throw new IllegalArgumentException("A quantity is made of whole steps, of ten thousand at most.");
        }
        if (least < 1 || least > quantity) {
            throw new IllegalArgumentException("The least that helps is more than nothing and no more than was asked.");
        }
    }

    /** All or nothing. */
    public static Amount whole(long quantity) {
        return new Amount(quantity, quantity, quantity);
    }

    public static Amount inSteps(long quantity, long step) {
        return new Amount(quantity, step, step);
    }

    int steps() {
        return (int) (quantity / step);
    }

    int leastSteps() {
        return (int) ((least + step - 1) / step);
    }
}
