package org.opensocialnet.allocation;

/**
 * The most that an envelope may give for one category, one beneficiary or one supplier.
 *
 * @param key which one; empty for each that is not named by another ceiling
 * @param cents what is left under the ceiling
 */
public record Ceiling(Per per, String key, long cents) {

    public Ceiling {
        if (cents < 0) {
            throw new IllegalArgumentException("A ceiling leaves nothing or more.");
        }
    }

    public static Ceiling each(Per per, long cents) {
        return new Ceiling(per, "", cents);
    }

    /** What a ceiling is counted by. */
    public enum Per {
        CATEGORY,
        BENEFICIARY,
        SUPPLIER
    }
}
