package org.opensocialnet.shortfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Seeded;
import org.opensocialnet.shortfall.Conversions.Conversion;
import org.opensocialnet.shortfall.Figure.Known;
import org.opensocialnet.shortfall.Figure.Unknown;
import org.opensocialnet.shortfall.Measure.Window;

/** Figures, and in what they count. */
class FigureTest {

    static final Conversions DECLARED =
            new Conversions(List.of(new Conversion("person", "night", 20, "a stay is 20 nights on average")));

    @Test
    void anEstimateThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Figure.estimated(5, 6, 7, "survey"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Figure.Estimated(5, 4, 7, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Known(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Unknown(Double.NaN));
    }

    /** Whatever the unknown is in truth, it lies in what is said of it; and one unknown part makes the whole unknown. */
    @Seeded
    void theTruthLiesInWhatIsSaidOfIt(Random random) {
        double a = random.nextInt(50);
        double b = random.nextInt(50);
        var told = figure(a, random);
        var other = figure(b, random);

        assertHolds(told.plus(other), a + b, told, other);
        assertHolds(told.beyond(other), Math.max(0, a - b), told, other);
        assertHolds(told.upTo(other), Math.min(a, b), told, other);
        assertHolds(told.times(3), 3 * a, told, told);
    }

    /** Three readings of the same people make up all of them, wherever they are counted. */
    @Seeded
    void servedWithoutRoomAndOutOfReachAreAllInNeed(Random random) {
        var seen = new Seen(
                StandingTest.PERSONS,
                new Known(random.nextInt(50)),
                new Known(random.nextInt(50)),
                new Known(random.nextInt(50)),
                new Known(random.nextInt(50)),
                List.of());
        var split = Split.of(seen);

        assertThat(split.served().plus(split.noCapacity()).plus(split.outOfReach()))
                .isEqualTo(seen.need());
    }

    @Test
    void placesEachNightBecomePeopleAMonthStepByStep() {
        var converted = DECLARED.convert(
                        new Known(12), new Measure("night", Window.DAY), new Measure("person", Window.MONTH))
                .orElseThrow();

        assertThat(converted.figure().amount()).isCloseTo(12 * 30.4375 / 20, within(1e-9));
        assertThat(converted.steps()).hasSize(2);
        assertThat(converted.steps().get(0).factor()).isCloseTo(30.4375, within(1e-9));
        assertThat(converted.steps().get(1).why()).isEqualTo("a stay is 20 nights on average");
    }

    @Test
    void unitsNobodyComparedAreNotConverted() {
        assertThat(DECLARED.convert(new Known(12), new Measure("meal", Window.DAY), new Measure("person", Window.DAY)))
                .isEmpty();
    }

    @Test
    void theSameMeasureNeedsNoStep() {
        var converted = DECLARED.convert(new Unknown(3), StandingTest.PERSONS, StandingTest.PERSONS)
                .orElseThrow();

        assertThat(converted).isEqualTo(new Conversions.Converted(new Unknown(3), List.of()));
    }

    private static Figure figure(double truth, Random random) {
        double least = truth * random.nextDouble();
        return switch (random.nextInt(3)) {
            case 0 -> new Known(truth);
            case 1 -> Figure.estimated(truth, least, truth + 10 * random.nextDouble(), "survey");
            default -> new Unknown(least);
        };
    }

    private static void assertHolds(Figure said, double truth, Figure one, Figure other) {
        assertThat(said.least()).isLessThanOrEqualTo(truth + 1e-9);
        assertThat(said.most()).isGreaterThanOrEqualTo(truth - 1e-9);
        assertThat(said.confidence()).isEqualTo(one.confidence().or(other.confidence()));
    }
}
