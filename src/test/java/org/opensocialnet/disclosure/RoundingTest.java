package org.opensocialnet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.disclosure.Shown.FewerThan;
import org.opensocialnet.disclosure.Shown.Rounded;
import org.opensocialnet.kernel.Seeded;

class RoundingTest {

    static final Rounding TO_FIVE = new Rounding(5, "a key of the demo city".getBytes(StandardCharsets.UTF_8));

    @Seeded
    void everyFigureGoesToANeighbouringMultiple(Random random) {
        var table = Grids.random(random, 200);
        var sheet = TO_FIVE.round(Grids.request(table), Rule.usual(), Publications.EMPTY)
                .told()
                .sheets()
                .getFirst();

        table.cells().forEach((cell, count) -> {
            var shown = (Rounded) sheet.at(cell);
            assertThat(shown.people() % 5).isZero();
            assertThat(Math.abs(shown.people() - count.people())).isLessThan(5);
        });
    }

    @Test
    void askingAgainGivesNothingAway() {
        var table = Grids.rows("beds", List.of("women", "men"), "kitchen 3 41", "shelter 22 33");

        assertThat(TO_FIVE.round(Grids.request(table), Rule.usual(), Publications.EMPTY)
                        .told())
                .isEqualTo(TO_FIVE.round(Grids.request(table), Rule.usual(), Publications.EMPTY)
                        .told());
    }

    @Test
    void anotherKeyDrawsOtherLots() {
        var other = new Rounding(5, "another key of the city".getBytes(StandardCharsets.UTF_8));
        var differ = IntStream.range(0, 100)
                .filter(i -> !TO_FIVE.people("zone " + i, 52, 5).equals(other.people("zone " + i, 52, 5)))
                .count();

        assertThat(differ).isBetween(25L, 75L);
    }

    @Test
    void roundingIsRightOnAverage() {
        double mean = IntStream.range(0, 20_000)
                .mapToLong(i -> ((Rounded) TO_FIVE.people("zone " + i, 52, 5)).people())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(52, within(0.1));
    }

    @Test
    void fewUniquePeopleAreNotCounted() {
        assertThat(TO_FIVE.people("people of two organisations", 3, 5)).isEqualTo(new FewerThan(5));
        assertThat(TO_FIVE.people("people of two organisations", 0, 5)).isEqualTo(new Rounded(0, 5));
    }

    /** Sixteen in four zones with four each: told as 20, sixteen at least, it would have given all four away. */
    @Test
    void aTotalThatWouldGiveItsPartsAwayGoesTheOtherWay() {
        var axis = List.of(Axis.flat("zone", "all", List.of("1", "2", "3", "4")));
        var four = Count.of(4);
        for (int i = 0; i < 200; i++) {
            var key = ("a key of the demo city " + i).getBytes(StandardCharsets.UTF_8);
            var table = Table.of(
                    "zones",
                    axis,
                    Map.of(List.of("1"), four, List.of("2"), four, List.of("3"), four, List.of("4"), four));
            var told = new Rounding(5, key)
                    .round(Grids.request(table), Rule.usual(), Publications.EMPTY)
                    .told();
            var range = new Audit(List.of(told)).range(told, told.sheets().getFirst(), List.of("1"));

            assertThat(range.width()).as("key %s", i).isGreaterThan(2.5);
        }
    }

    /** A total that goes the other way for one table's sake goes so in all. */
    @Seeded
    void aTotalSharedByTwoTablesIsRoundedOnce(Random random) {
        var zones = Grids.flat("zone", 3);
        var byGroup = Grids.filled("by group", List.of(zones, Grids.flat("group", 3)), random, 0.8, 4);
        var leaves = new HashMap<List<String>, Count>();
        for (var zone : zones.leaves()) {
            long people = Grids.people(byGroup, List.of(zone, "all"));
            long first = random.nextLong(people + 1);
            leaves.put(List.of(zone, "age-0"), Count.of(first));
            leaves.put(List.of(zone, "age-1"), Count.of(people - first));
        }
        var byAge = Table.of("by age", List.of(zones, Grids.flat("age", 2)), leaves);
        var told = TO_FIVE.round(Grids.request(byGroup, byAge), Rule.usual(), Publications.EMPTY)
                .told();

        for (var zone : zones.nodes()) {
            assertThat(told.sheets().getFirst().at(zone, "all"))
                    .isEqualTo(told.sheets().get(1).at(zone, "all"));
        }
    }

    @Seeded
    void whatWasToldBeforeIsToldTheSameInAnotherTable(Random random) {
        var zones = Grids.flat("zone", 4);
        var table = Grids.filled("zones and groups", List.of(zones, Grids.flat("group", 2)), random, 0.8, 4);
        var leaves = new HashMap<List<String>, Count>();
        zones.leaves().forEach(zone -> leaves.put(List.of(zone), table.cells().get(List.of(zone, "all"))));
        var first = TO_FIVE.round(
                Grids.request(Table.of("zones", List.of(zones), leaves)), Rule.usual(), Publications.EMPTY);
        var then = TO_FIVE.round(Grids.request(table), Rule.usual(), Publications.EMPTY.plus(first));

        for (var zone : zones.nodes()) {
            assertThat(then.told().sheets().getFirst().at(zone, "all"))
                    .isEqualTo(first.told().sheets().getFirst().at(zone));
        }
    }
}
