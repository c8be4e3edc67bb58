package org.opensocialnet.shortfall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was declared of how units compare, and figures told in other units and windows by it: step by step, for all to see. */
record Conversions(List<Conversion> declared) {

    /**
     * One of {@code from} is so many of {@code to} in the same time.
     *
     * @param why where that comes from, in words, such as "a stay is 20 nights on average"
     */
    record Conversion(String from, String to, double each, String why) {
        Conversion {
            if (!(each > 0) || Double.isInfinite(each) || from.equals(to)) {
                throw new IllegalArgumentException("A conversion has two units and a factor.");
            }
        }

        Conversion back() {
            return new Conversion(to, from, 1 / each, why);
        }
    }

    /** From which measure to which, by which factor; in words why, where a unit changed. */
    record Step(Measure from, Measure to, double factor, String why) {}

    /** The figure in the measure asked for, and how it came there. */
    record Converted(Figure figure, List<Step> steps) {}

    Conversions {
        declared = List.copyOf(declared);
    }

    /** None where nobody declared how the units compare: then the figures stand side by side and are not subtracted. */
    Optional<Converted> convert(Figure figure, Measure from, Measure to) {
        var steps = new ArrayList<Step>();
        var at = from;
        if (at.window() != to.window()) {
            var next = new Measure(at.unit(), to.window());
            steps.add(new Step(at, next, at.window().in(to.window()), ""));
            at = next;
        }
        if (!at.unit().equals(to.unit())) {
            var conversion = between(at.unit(), to.unit());
            if (conversion.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Step(at, to, conversion.get().each(), conversion.get().why()));
        }
        double factor = steps.stream().mapToDouble(Step::factor).reduce(1, (a, b) -> a * b);
        return Optional.of(new Converted(figure.times(factor), List.copyOf(steps)));
    }

    private Optional<Conversion> between(String from, String to) {
        return declared.stream()
                .flatMap(each -> Stream.of(each, each.back()))
                .filter(each -> each.from().equals(from) && each.to().equals(to))
                .findFirst();
    }
}
