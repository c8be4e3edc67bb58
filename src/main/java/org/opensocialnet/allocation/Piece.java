package org.opensocialnet.allocation;

import org.jspecify.annotations.Nullable;

/**
 * A thing that a line needs: so many of an item for each unit asked. A line with several pieces needs them all; a warm meal
 * is a meal and somebody who brings it.
 *
 * @param price what it costs where it is bought, if it can be
 */
public record Piece(String item, long each, @Nullable Price price) {

    private static final long MOST = 1_000_000_000;

    public Piece {
        if (item.isBlank() || each < 0 || each > MOST) {
            throw new IllegalArgumentException("A piece names its item and how many of it a unit takes.");
        }
    }

    public static Piece given(String item) {
        return new Piece(item, 1, null);
    }

    public static Piece bought(String item, long cents, String supplier) {
        return new Piece(item, 1, new Price(cents, supplier));
    }

    /** What the piece costs for one unit of its line, and who would be paid. */
    public record Price(long cents, String supplier) {

        private static final long MOST_CENTS = 100_000_000_000L;

        public Price {
            if (cents < 1 || cents > MOST_CENTS) {
                throw new IllegalArgumentException(
                        "A price is a cent or more, and no more than a thousand million euros.");
            }
        }
    }
}
