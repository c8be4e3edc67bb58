package org.opensocialnet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensocialnet.disclosure.Shown.FewerThan;
import org.opensocialnet.disclosure.Shown.Value;
import org.opensocialnet.disclosure.Shown.Withheld;
import org.opensocialnet.kernel.Seeded;

/** What holds for every table. */
class DisclosurePropertiesTest {

    static final Disclosure GATE = new Disclosure(Rule.usual());

    @Seeded
    void noSmallCountIsEverTold(Random random) {
        var table = Grids.random(random, 250);
        var sheet = GATE.protect(table);

        assertThat(sheet.cells().keySet()).containsExactlyInAnyOrderElementsOf(table.grid());
        table.cells().forEach((cell, count) -> {
            switch (sheet.at(cell)) {
                case Value(long people) -> {
                    assertThat(people).isEqualTo(count.people());
                    assertThat(Rule.usual().isSmall(people)).isFalse();
                }
                case FewerThan _ -> assertThat(count.people()).isBetween(1L, 4L);
                case Withheld _ -> {}
                default -> throw new AssertionError(cell);
            }
        });
    }

    /** The figures that are told add up wherever a sum is told whole; a hole never stands alone in its sum. */
    @Seeded
    void aHoleIsNeverAloneInASum(Random random) {
        var table = Grids.random(random, 250);
        var sheet = GATE.protect(table);
        for (int axis = 0; axis < table.axes().size(); axis++) {
            for (var sum : table.axes().get(axis).sums()) {
                for (var whole : table.grid()) {
                    if (whole.get(axis).equals(sum.whole())) {
                        assertSumIsSafe(sheet, whole, axis, sum);
                    }
                }
            }
        }
    }

    private static void assertSumIsSafe(Sheet sheet, List<String> whole, int axis, Sum sum) {
        var holes = new ArrayList<List<String>>();
        long total = sheet.cells().get(whole) instanceof Value(long people) ? -people : 0;
        if (!(sheet.cells().get(whole) instanceof Value)) {
            holes.add(whole);
        }
        for (var node : sum.parts()) {
            var part = new ArrayList<>(whole);
            part.set(axis, node);
            if (sheet.cells().get(part) instanceof Value(long people)) {
                total += people;
            } else {
                holes.add(part);
            }
        }
        assertThat(holes).as("holes in the sum of %s", whole).hasSizeGreaterThan(holes.isEmpty() ? -1 : 1);
        if (holes.isEmpty()) {
            assertThat(total).isZero();
        }
    }

    /** Whole numbers help an attacker: here one uses them. */
    @Seeded
    void evenWhoKnowsThatPeopleAreWholeConcludesNothing(Random random) {
        var table = Grids.random(random, 40);
        var told = GATE.protect(Grids.request(table), Publications.EMPTY).told();
        var audit = new Audit(List.of(told), true);
        table.cells().forEach((cell, count) -> {
            if (Rule.usual().isSmall(count.people())) {
                var range = audit.range(told, told.sheets().getFirst(), cell);
                assertThat(range.least()).as(cell.toString()).isLessThan(1 + 1e-6);
                assertThat(range.most()).as(cell.toString()).isGreaterThan(4 - 1e-6);
            }
        });
    }

    @Seeded
    void theOrderInWhichThingsAreToldMakesNoDifference(Random random) {
        var table = Grids.random(random, 200);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < table.axes().size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        var cells = new HashMap<List<String>, Count>();
        table.cells().forEach((cell, count) -> cells.put(shuffled(cell, order), count));
        var axes = shuffled(table.axes(), order).stream()
                .map(axis -> new Axis(axis.name(), axis.whole(), shuffled(axis.sums(), random)))
                .toList();
        var sheet = GATE.protect(table);
        var other = GATE.protect(new Table(table.name(), axes, cells));

        sheet.cells()
                .forEach((cell, shown) -> assertThat(other.cells().get(shuffled(cell, order)))
                        .as(cell.toString())
                        .isEqualTo(shown));
    }

    private static List<Sum> shuffled(List<Sum> sums, Random random) {
        var shuffled = new ArrayList<Sum>();
        for (var sum : sums) {
            var parts = new ArrayList<>(sum.parts());
            Collections.shuffle(parts, random);
            shuffled.add(new Sum(sum.whole(), parts));
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static <T> List<T> shuffled(List<T> things, List<Integer> order) {
        return order.stream().map(things::get).toList();
    }

    /** What is withheld for the sake of others may differ; what is small for either rule is told by neither. */
    @Seeded
    void aHigherThresholdNeverTellsWhatALowerOneHides(Random random) {
        var table = Grids.random(random, 150);
        var high = new Disclosure(Rule.fewerThan(10)).protect(table);
        table.cells().forEach((cell, count) -> {
            if (Rule.fewerThan(10).isSmall(count.people())) {
                assertThat(high.cells().get(cell)).isNotInstanceOf(Value.class);
            }
        });
    }

    @Seeded
    void whatAnOwnerWithholdsIsNeverToldAndNothingSmallWithIt(Random random) {
        var table = Grids.random(random, 100);
        var cells = List.copyOf(table.grid());
        var chosen = cells.get(random.nextInt(cells.size()));
        var told = GATE.protect(Grids.request(table.withholding(chosen, 3)), Publications.EMPTY)
                .told();

        assertThat(told.sheets().getFirst().cells().get(chosen)).isNotInstanceOf(Value.class);
        assertThat(AttackerTest.recovered(List.of(told), Map.of(told, List.of(table))))
                .isEmpty();
    }

    @Seeded
    void hugeCountsAreCountedExactly(Random random) {
        var axis = List.of(Grids.flat("zone", 4));
        var leaves = new HashMap<List<String>, Count>();
        axis.getFirst()
                .leaves()
                .forEach(zone -> leaves.put(
                        List.of(zone),
                        Count.of(random.nextInt(3) == 0 ? random.nextInt(9) : random.nextLong(1L << 47))));
        var table = Table.of("zones", axis, leaves);
        var sheet = GATE.protect(table);

        table.cells().forEach((cell, count) -> {
            if (sheet.cells().get(cell) instanceof Value(long people)) {
                assertThat(people).isEqualTo(count.people());
            } else {
                assertThat(sheet.cells().get(cell)).isInstanceOfAny(FewerThan.class, Withheld.class);
            }
        });
    }

    @Test
    void nobodyAnywhereIsToldAsIs() {
        var sheet = GATE.protect(Grids.rows("beds", List.of("women", "men"), "kitchen 0 0", "shelter 0 0"));

        assertThat(sheet.cells().values()).containsOnly(new Value(0));
    }

    @Test
    void aTableOfOneRowIsWithheldWithItsTotal() {
        var axis = List.of(Axis.flat("zone", "all", List.of("1")));
        var small = GATE.protect(Table.of("zones", axis, Map.of(List.of("1"), Count.of(3))));
        var large = GATE.protect(Table.of("zones", axis, Map.of(List.of("1"), Count.of(30))));

        assertThat(small.cells().values()).containsOnly(new FewerThan(5));
        assertThat(large.cells().values()).containsOnly(new Value(30));
    }

    @Seeded
    void whereEverythingIsSmallNothingIsToldOfASmallCount(Random random) {
        var table = Grids.filled("table", List.of(Grids.flat("a", 3), Grids.flat("b", 3)), random, 0.8, 1.2);
        var told = GATE.protect(Grids.request(table), Publications.EMPTY).told();

        assertThat(AttackerTest.recovered(List.of(told), Map.of(told, List.of(table))))
                .isEmpty();
    }
}
