package org.opensocialnet.audit;

import java.time.LocalDate;

/**
 * Something in the trail that is not as it was sealed.
 *
 * @param day in whose chain, or on which day an inserted line says that it happened
 * @param number its place there; 0 where it has none
 */
public record Finding(Trouble trouble, LocalDate day, int number) {

    /** What is wrong with it. */
    public enum Trouble {

        /** A line says something else than when it was sealed. */
        CHANGED,

        /** A line, a link or a whole day is gone. */
        MISSING,

        /** A line is there that nobody sealed, or that retention had taken away. */
        INSERTED,

        /** A line is whole, but stands in another place of the chain. */
        REORDERED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
