package org.opensocialnet.margins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Seeded;

/** Figures and sums alone: which must be withheld, and what can be concluded of them. */
class MarginsTest {

    /** One line of three figures and its total: node 0 is the whole. */
    static final Grid LINE = new Grid(new int[] {4}, List.of(List.of(new Way(0, new int[] {1, 2, 3}, true))));

    @Test
    void ofALineWithOneSmallFigureTheCheapestOtherIsWithheld() {
        var line = line(3, 40, 500);
        var figures = line.figures();
        small(figures, 1);

        var protection = line.protect(List.of(0, 1, 2, 3), 1_000);

        assertThat(figures.isBounded(1)).isTrue();
        assertThat(figures.isTold(2)).isFalse();
        assertThat(figures.isTold(3)).isTrue();
        assertThat(figures.isTold(0)).isTrue();
        assertThat(protection.sensitive()).isEqualTo(1);
        assertThat(protection.lost()).isEmpty();
    }

    @Test
    void whatWasToldBeforeCannotBeTakenBackAndNothingMoreCanBeConcluded() {
        var line = line(3, 40, 500);
        small(line.figures(), 1);
        line.figures().publish(0);
        line.figures().publish(2);
        line.figures().publish(3);

        assertThat(line.protect(List.of(0, 1, 2, 3), 1_000).lost()).isEmpty();
        assertThat(line.figures().isTold(1)).isFalse();
    }

    /** Where nothing can be proven, nothing that is tied to it is told, or the next telling gives away the rest. */
    @Test
    void whatIsTiedToAFigureWithoutProofStaysWithheld() {
        var line = line(3, 40, 500);
        small(line.figures(), 1);
        line.figures().publish(0);
        line.figures().publish(2);
        int later = line.figures().open(503, 1_000);
        line.equations().add(later, List.of(1, 3));

        assertThat(line.protect(List.of(3, later), 1_000).lost()).isEmpty();
        assertThat(line.figures().isTold(3)).isFalse();

        var sealed = line(3, 40, 500);
        small(sealed.figures(), 1);
        sealed.figures().publish(0);
        sealed.figures().publish(2);
        sealed.figures().publish(3);
        int tied = sealed.figures().open(3, 1_000);
        sealed.equations().add(tied, List.of(1));

        assertThat(sealed.protect(List.of(tied), 1_000).lost()).isEmpty();
        assertThat(sealed.figures().isTold(tied)).isFalse();
    }

    @Test
    void aWorldThatDoesNotAddUpIsNoProof() {
        var line = line(3, 40, 500);
        small(line.figures(), 1);
        line.equations().link(4);
        var wrong = new Worlds.World(new int[] {1}, new long[] {2});

        assertThatIllegalStateException()
                .isThrownBy(() -> new WorldCheck(line.figures(), line.equations()).check(List.of(wrong)))
                .withMessage("A world does not add up.");
    }

    @Test
    void aWorldThatContradictsWhatIsToldIsNoProof() {
        var line = line(3, 40, 500);
        small(line.figures(), 1);
        line.equations().link(4);
        var wrong = new Worlds.World(new int[] {1, 2}, new long[] {2, 41});

        assertThatIllegalStateException()
                .isThrownBy(() -> new WorldCheck(line.figures(), line.equations()).check(List.of(wrong)))
                .withMessage("A world contradicts what is told.");
    }

    /** Nine of sixteen figures unknown, two or more in each line, and yet one of them is exactly 47. */
    @Test
    void linearProgrammingSeesThroughTwoInEachLine() {
        long[][] people = {{30, 47, 64, 89}, {90, 124, 5, 31}, {92, 100, 59, 85}, {800, 991, 651, 685}};
        var hidden = List.of(0L, 1L, 2L, 4L, 6L, 9L, 11L, 13L, 15L);

        var nine = ranges(people, hidden).of(1);
        var more = new ArrayList<>(hidden);
        more.add(5L);
        var ten = ranges(people, more).of(1);

        assertThat(nine.isExact()).isTrue();
        assertThat(nine.least()).isCloseTo(47, within(1e-6));
        assertThat(ten.least()).isCloseTo(0, within(1e-6));
        assertThat(ten.most()).isCloseTo(141, within(1e-6));
    }

    /** The true counts are always among what can be concluded, and what is told is concluded exactly. */
    @Seeded
    void whatIsConcludedIsTrue(Random random) {
        long[][] people = new long[2 + random.nextInt(4)][2 + random.nextInt(4)];
        var hidden = new ArrayList<Long>();
        for (int row = 0; row < people.length; row++) {
            for (int column = 0; column < people[row].length; column++) {
                people[row][column] = random.nextInt(30);
                if (random.nextBoolean()) {
                    hidden.add((long) row * people[row].length + column);
                }
            }
        }
        var ranges = ranges(people, hidden);
        for (int row = 0; row < people.length; row++) {
            for (int column = 0; column < people[row].length; column++) {
                long figure = (long) row * people[row].length + column;
                var range = ranges.of(figure);
                assertThat(range.least()).isLessThan(people[row][column] + 1e-6);
                assertThat(range.most()).isGreaterThan(people[row][column] - 1e-6);
                assertThat(hidden.contains(figure) || range.isExact()).isTrue();
            }
        }
    }

    private static void small(Figures figures, int figure) {
        figures.bound(figure, 1, 4, 1_000);
        figures.need(figure, 1, 4, 3);
    }

    private static Margins line(long... people) {
        var line = new Margins(LINE);
        Map<Long, Integer> together = new HashMap<>();
        together.put(0L, line.figures().open(LongStream.of(people).sum(), 50_000));
        for (int i = 0; i < people.length; i++) {
            together.put(i + 1L, line.figures().open(people[i], 1_000 * (i + 1)));
        }
        together.forEach((code, figure) -> line.stands(figure, new Place(code, new int[] {0}, together)));
        line.equations().add(0, List.of(1, 2, 3));
        return line;
    }

    /** A table of rows and columns; totals are figures from 1000 on and told. */
    private static Ranges ranges(long[][] people, List<Long> hidden) {
        var ranges = new Ranges(false);
        int columns = people[0].length;
        for (int row = 0; row < people.length; row++) {
            for (int column = 0; column < columns; column++) {
                long figure = (long) row * columns + column;
                long value = people[row][column];
                ranges.told(
                        figure, hidden.contains(figure) ? 0 : value, hidden.contains(figure) ? Ranges.NO_END : value);
            }
        }
        for (int row = 0; row < people.length; row++) {
            long first = (long) row * columns;
            total(
                    ranges,
                    1000 + row,
                    LongStream.of(people[row]).sum(),
                    LongStream.range(first, first + columns).boxed().toList());
        }
        for (int column = 0; column < columns; column++) {
            int at = column;
            total(
                    ranges,
                    2000 + column,
                    IntStream.range(0, people.length)
                            .mapToLong(row -> people[row][at])
                            .sum(),
                    IntStream.range(0, people.length)
                            .mapToObj(row -> (long) row * columns + at)
                            .toList());
        }
        return ranges;
    }

    private static void total(Ranges ranges, long figure, long people, List<Long> parts) {
        ranges.told(figure, people, people);
        ranges.sum(figure, parts);
    }
}
