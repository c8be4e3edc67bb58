package org.opensocialnet.allocation;

import java.util.List;

/** Where help can come from. */
public sealed interface Source {

    String id();

    Conditions conditions();

    /** What there is: units of things, cents of money. */
    long held();

    /** What one step of a line takes of this source for one of its pieces; nothing if it holds no such thing. */
    long takes(Line line, Piece piece);

    /** Things that lie ready. */
    record Stock(String id, String item, long held, Conditions conditions) implements Source {

        public Stock {
            check(id, held);
        }

        @Override
        public long takes(Line line, Piece piece) {
            return things(item, line, piece);
        }
    }

    /** Things, places or hours that an organisation has promised. */
    record Pledge(String id, String item, long held, Conditions conditions) implements Source {

        public Pledge {
            check(id, held);
        }

        @Override
        public long takes(Line line, Piece piece) {
            return things(item, line, piece);
        }
    }

    /** Money, in cents, with what its funder allows. */
    record Envelope(String id, long held, Conditions conditions, List<Ceiling> ceilings) implements Source {

        public Envelope {
            check(id, held);
            ceilings = List.copyOf(ceilings);
        }

        @Override
        public long takes(Line line, Piece piece) {
            return piece.price() == null
                    ? 0
                    : Math.multiplyExact(piece.price().cents(), line.amount().step());
        }

        Envelope plus(long cents) {
            return new Envelope(id, Math.addExact(held, cents), conditions, ceilings);
        }
    }

    private static long things(String item, Line line, Piece piece) {
        return piece.item().equals(item)
                ? Math.multiplyExact(piece.each(), line.amount().step())
                : 0;
    }

    private static void check(String id, long held) {
        if (id.isBlank() || held < 0 || held > 1_000_000_000_000L) {
            throw new IllegalArgumentException(
                    "A source has an id and holds nothing or more, to ten thousand million euros.");
        }
    }
}
