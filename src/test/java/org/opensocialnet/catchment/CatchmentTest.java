package org.opensocialnet.catchment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.catchment.Reach.Zone;

/** The published examples: three towns with their doctors, and a grid of five by five. */
class CatchmentTest {

    static final double[] PEOPLE = {100, 50, 10};
    static final double[] DOCTORS = {15, 20, 100};
    static final Reach ONE_OVER_COST = Reach.gravity(1, -1, 1, 61);
    static final Reach STEPS = Reach.zones(List.of(new Zone(10, 1), new Zone(20, 0.68), new Zone(60, 0.22)));

    @ParameterizedTest
    @CsvSource({"40, .33144412, .57982813, 7.28641817", "20, .43496802, .68175389, 5.74155038"})
    void byGravity(double costs, double first, double second, double third) {
        assertPlaces(towns(costs, costs, ONE_OVER_COST).twoStep(PEOPLE, DOCTORS), first, second, third);
    }

    @ParameterizedTest
    @CsvSource({"40, 40", "20, 40", "40, 20", "20, 20"})
    void withinOrNot(double in, double out) {
        assertPlaces(towns(in, out, Reach.within(61)).twoStep(PEOPLE, DOCTORS), .76136364, .95833333, 1.09469697);
    }

    @ParameterizedTest
    @CsvSource({"40, .65839894, .89476967, 2.44216221", "20, .74759230, .95925553, 1.22779938"})
    void bySteps(double costs, double first, double second, double third) {
        assertPlaces(towns(costs, costs, STEPS).twoStep(PEOPLE, DOCTORS), first, second, third);
    }

    @ParameterizedTest
    @CsvSource({"40, .15625659, .40621645, 9.90635185", "20, .17487885, .42472197, 9.62760164"})
    void inThreeSteps(double costs, double first, double second, double third) {
        var preference = Reach.gravity(1, -1, 1, Double.POSITIVE_INFINITY);
        assertPlaces(towns(costs, costs, ONE_OVER_COST).threeStep(PEOPLE, DOCTORS, preference), first, second, third);
    }

    /** Who gets into town faster takes from those who live there; who gets out of it faster is better off. */
    @Test
    void thereAndBackAreNotTheSame() {
        var jam = places(towns(40, 40, ONE_OVER_COST).twoStep(PEOPLE, DOCTORS));
        var fastIn = places(towns(20, 40, ONE_OVER_COST).twoStep(PEOPLE, DOCTORS));
        var fastOut = places(towns(40, 20, ONE_OVER_COST).twoStep(PEOPLE, DOCTORS));

        assertThat(fastIn[0]).isGreaterThan(jam[0]);
        assertThat(fastIn[2]).isLessThan(jam[2]);
        assertThat(fastOut[0]).isLessThan(jam[0]);
        assertThat(fastOut[2]).isGreaterThan(jam[2]);
    }

    @Test
    void whatIsReachedOnAGridIsSummedByDistance() {
        double[] ones = IntStream.range(0, 25).mapToDouble(each -> 1).toArray();
        var reached = new Catchment(grid(), Reach.gravity(60, 1, 0, Double.POSITIVE_INFINITY)).reached(ones);

        assertThat(reached[0]).isCloseTo(1.322340210, within(1e-9));
        assertThat(reached[4]).isCloseTo(1.322340210, within(1e-9));
        assertThat(reached[12]).isCloseTo(0.780985109, within(1e-9));
        assertThat(reached[18]).isCloseTo(0.925540119, within(1e-9));
        assertThat(reached[23]).isCloseTo(1.133733026, within(1e-9));
    }

    /** Twenty-five places, people at five points: five for each where all is in reach, one where only one's own is. */
    @ParameterizedTest
    @CsvSource({"10, 5", "0.9, 1", "0, 1"})
    void placesAreSharedByWhoReachesThem(double border, double perPerson) {
        var found = new Catchment(grid(), Reach.within(border)).twoStep(atFivePoints(), ones());

        for (int point = 0; point < 25; point++) {
            switch (found.areas().get(point)) {
                case Access.Places(double each) -> assertThat(each).isCloseTo(perPerson, within(1e-9));
                case Access none -> assertThat(none).isEqualTo(new Access.NobodyLivesThere());
            }
            assertThat(found.areas().get(point) instanceof Access.Places).isEqualTo(point % 6 == 0);
        }
    }

    @Test
    void whereNothingIsInReachItIsSaidAndIsNoNumber() {
        var nowhere = new Catchment(grid(), Reach.within(-1));
        for (var found : List.of(
                nowhere.twoStep(atFivePoints(), ones()),
                nowhere.threeStep(atFivePoints(), ones(), Reach.within(-1)),
                nowhere.balanced(atFivePoints(), ones()))) {
            assertThat(found.areas().get(6)).isEqualTo(new Access.NoServiceInReach());
            assertThat(found.sites()).containsOnly(new Load.NobodyInReach());
        }
    }

    @Test
    void inReachWithoutPlacesIsNotOutOfReach() {
        var towns = new Catchment(Ways.of(new double[][] {{5}, {500}}), Reach.within(100));
        var found = towns.twoStep(new double[] {10, 10}, new double[] {0});

        assertThat(found.areas()).containsExactly(new Access.Places(0), new Access.NoServiceInReach());
        assertThat(found.sites()).containsExactly(new Load.Shared(10, 0));
    }

    @Test
    void theBorderOfACatchmentLiesInside() {
        assertThat(Reach.within(61).weight(61)).isEqualTo(1);
        assertThat(Reach.within(61).weight(Math.nextUp(61.0))).isZero();
        assertThat(STEPS.weight(10)).isEqualTo(1);
        assertThat(STEPS.weight(Math.nextUp(10.0))).isEqualTo(0.68);
        assertThat(STEPS.weight(60)).isEqualTo(0.22);
        assertThat(STEPS.weight(80)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "20, .60653066", "40, .13533528", "60, .01110900"})
    void theBell(double cost, double weight) {
        assertThat(Reach.gaussian(20, 60).weight(cost)).isCloseTo(weight, within(5e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "2, 100", "20, 1", "40, .25", "60, .11111111"})
    void aFallingPower(double cost, double weight) {
        assertThat(Reach.gravity(20, -2, 1, 60).weight(cost)).isCloseTo(weight, within(5e-9));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ways.of(new double[][] {{-1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Ways.of(new double[][] {{1, 2}, {1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Reach.gravity(1, -1, 0, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> Reach.zones(List.of(new Zone(20, 1), new Zone(10, 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> towns(1, 1, STEPS).twoStep(new double[] {1, Double.NaN, 1}, DOCTORS));
        assertThatIllegalArgumentException().isThrownBy(() -> towns(1, 1, STEPS).twoStep(PEOPLE, new double[] {1}));
    }

    @Test
    void unevennessAfterGini() {
        double[] each = {1, 1, 1, 1};
        assertThat(Inequality.gini(each, each)).isZero();
        assertThat(Inequality.gini(new double[] {0, 0, 0, 1}, each)).isCloseTo(0.75, within(1e-12));
        assertThat(Inequality.gini(new double[4], each)).isZero();
    }

    private static Catchment towns(double in, double out, Reach reach) {
        return new Catchment(Ways.of(new double[][] {{1, 80, in}, {80, 1, in}, {out, out, 1}}), reach);
    }

    private static Ways grid() {
        double[][] costs = new double[25][25];
        for (int from = 0; from < 25; from++) {
            for (int to = 0; to < 25; to++) {
                costs[from][to] = Math.hypot(from / 5 - to / 5, from % 5 - to % 5);
            }
        }
        return Ways.of(costs);
    }

    private static double[] ones() {
        return IntStream.range(0, 25).mapToDouble(each -> 1).toArray();
    }

    /** On the diagonal. */
    private static double[] atFivePoints() {
        return IntStream.range(0, 25)
                .mapToDouble(point -> point % 6 == 0 ? 1 : 0)
                .toArray();
    }

    private static double[] places(Accessibility found) {
        return found.areas().stream()
                .mapToDouble(access -> ((Access.Places) access).perPerson())
                .toArray();
    }

    private static void assertPlaces(Accessibility found, double... expected) {
        assertThat(places(found)).containsExactly(expected, within(5e-9));
        double all = IntStream.range(0, 3)
                .mapToDouble(i -> places(found)[i] * PEOPLE[i])
                .sum();
        assertThat(all).isCloseTo(135, within(1e-6));
    }
}
