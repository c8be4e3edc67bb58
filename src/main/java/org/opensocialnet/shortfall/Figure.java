package org.opensocialnet.shortfall;

import java.util.List;
import java.util.stream.Stream;

/** How many, as far as anybody knows. What is unknown stays so through every sum: it is never counted as zero. */
public sealed interface Figure {

    Known NONE = new Known(0);

    /** Counted. */
    record Known(double amount) implements Figure {
        public Known {
            mustBeAmount(amount);
        }
    }

    /** Reckoned from a source, with the interval it lies in. */
    record Estimated(double amount, double least, double most, List<String> sources) implements Figure {
        public Estimated {
            sources = List.copyOf(sources);
            mustBeAmount(least);
            if (!(least <= amount && amount <= most) || sources.isEmpty()) {
                throw new IllegalArgumentException("An estimate lies in its interval and names its source.");
            }
        }
    }

    /** Some of it was not counted, or nobody answered; there are at least as many as were. */
    record Unknown(double atLeast) implements Figure {
        public Unknown {
            mustBeAmount(atLeast);
        }
    }

    static Figure unknown() {
        return new Unknown(0);
    }

    static Figure estimated(double amount, double least, double most, String source) {
        return new Estimated(amount, least, most, List.of(source));
    }

    private static void mustBeAmount(double amount) {
        if (!(amount >= 0)) {
            throw new IllegalArgumentException("An amount is not less than nothing.");
        }
    }

    default double least() {
        return switch (this) {
            case Known(double amount) -> amount;
            case Estimated estimated -> estimated.least();
            case Unknown(double atLeast) -> atLeast;
        };
    }

    default double most() {
        return switch (this) {
            case Known(double amount) -> amount;
            case Estimated estimated -> estimated.most();
            case Unknown _ -> Double.POSITIVE_INFINITY;
        };
    }

    /** What is reckoned with: the count, the estimate, or what is there at least. */
    default double amount() {
        return switch (this) {
            case Known(double amount) -> amount;
            case Estimated estimated -> estimated.amount();
            case Unknown(double atLeast) -> atLeast;
        };
    }

    default Confidence confidence() {
        return switch (this) {
            case Known _ -> Confidence.KNOWN;
            case Estimated _ -> Confidence.ESTIMATED;
            case Unknown _ -> Confidence.UNKNOWN;
        };
    }

    default Figure plus(Figure other) {
        return of(other, amount() + other.amount(), least() + other.least(), most() + other.most());
    }

    default Figure times(double factor) {
        return of(this, factor * amount(), factor * least(), factor * most());
    }

    /** How many more these are; none when they are fewer. */
    default Figure beyond(Figure other) {
        return of(
                other,
                Math.max(0, amount() - other.amount()),
                Math.max(0, least() - other.most()),
                Math.max(0, most() - other.least()));
    }

    /** No more than the other. */
    default Figure upTo(Figure other) {
        return of(
                other,
                Math.min(amount(), other.amount()),
                Math.min(least(), other.least()),
                Math.min(most(), other.most()));
    }

    /** As sure as the less sure of the two. */
    private Figure of(Figure other, double amount, double least, double most) {
        return switch (confidence().or(other.confidence())) {
            case KNOWN -> new Known(amount);
            case ESTIMATED ->
                new Estimated(
                        amount,
                        least,
                        most,
                        Stream.of(this, other)
                                .flatMap(figure ->
                                        figure instanceof Estimated some ? some.sources().stream() : Stream.empty())
                                .distinct()
                                .toList());
            case UNKNOWN -> new Unknown(least);
        };
    }
}
