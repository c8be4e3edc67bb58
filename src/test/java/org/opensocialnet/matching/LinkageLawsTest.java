package org.opensocialnet.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.kernel.Seeded;

/** What must hold of linkage whatever the records are. */
class LinkageLawsTest {

    static GreekPeople athens;
    static People people;
    static Weights weights;

    @BeforeAll
    static void learn() throws Exception {
        athens = GreekPeople.of(1830, 500, Doubles.SHARED.resolve("names/none.csv"));
        people = Doubles.encoded(GreekPeople.FORM, athens.rows, Doubles.KEY);
        weights = Linkage.within(people).learn();
    }

    @Seeded
    void itDoesNotMatterWhichOfTwoComesFirst(Random random) {
        var scorer = new Scorer(weights);
        var one = people.record(random.nextInt(people.count()));
        var other = people.record(random.nextInt(people.count()));

        assertThat(scorer.score(one, other)).isEqualTo(scorer.score(other, one));
    }

    @Seeded
    void aRecordIsItselfMoreProbablyThanAnyOther(Random random) {
        var scorer = new Scorer(weights);
        var one = people.record(random.nextInt(people.count()));
        var other = people.record(random.nextInt(people.count()));

        assertThat(scorer.score(one, one).bits())
                .isGreaterThanOrEqualTo(scorer.score(one, other).bits() - 1e-3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOrderOfRowsChangesNothing(boolean blocks) {
        var order = new ArrayList<>(IntStream.range(0, people.count()).boxed().toList());
        Collections.shuffle(order, new Random(4));
        var shuffled = Doubles.encoded(
                GreekPeople.FORM, order.stream().map(athens.rows::get).toList(), Doubles.KEY);

        var before = found(
                Linkage.within(people),
                blocks,
                IntStream.range(0, people.count()).boxed().toList());
        var after = found(Linkage.within(shuffled), blocks, order);

        assertThat(after.keySet()).isEqualTo(before.keySet()).hasSizeGreaterThan(100);
        before.forEach(
                (pair, probability) -> assertThat(after.get(pair)).as(pair).isCloseTo(probability, within(1e-6)));
    }

    @Test
    void theOrderOfFilesChangesNothing() {
        int half = people.count() / 2;
        var left = Doubles.encoded(GreekPeople.FORM, athens.rows.subList(0, half), Doubles.KEY);
        var right = Doubles.encoded(GreekPeople.FORM, athens.rows.subList(half, people.count()), Doubles.KEY);
        var here = IntStream.range(0, people.count()).boxed().toList();
        var there = new ArrayList<>(here.subList(half, people.count()));
        there.addAll(here.subList(0, half));

        assertThat(found(Linkage.between(right, left), false, there))
                .isEqualTo(found(Linkage.between(left, right), false, here));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRunOnAnyNumberOfCoresSaysTheSame(boolean blocks) {
        var here = IntStream.range(0, people.count()).boxed().toList();

        assertThat(found(Linkage.within(people).on(1), blocks, here))
                .isEqualTo(found(Linkage.within(people).on(3), blocks, here));
    }

    @Test
    void theOrderOfColumnsChangesNothing() {
        var turned = new ArrayList<>(GreekPeople.FORM.fields());
        Collections.reverse(turned);

        assertThat(Form.of(turned)).isEqualTo(GreekPeople.FORM);
    }

    @Test
    void anotherKeyFindsTheSame() {
        var other = Doubles.encoded(GreekPeople.FORM, athens.rows, Doubles.key("another key of these tests"));
        var here = IntStream.range(0, people.count()).boxed().toList();
        var before = found(Linkage.within(people), false, here).keySet();
        var after = found(Linkage.within(other), false, here).keySet();

        var both = new ArrayList<>(before);
        both.retainAll(after);
        assertThat(both)
                .as("but for a few in doubt: likeness is a sample")
                .hasSizeGreaterThan(before.size() * 96 / 100);
    }

    @Test
    void encodingsUnderDifferentKeysHaveNothingInCommon() {
        var row = athens.rows.getFirst();
        var mine = new Encoder(GreekPeople.FORM, Doubles.KEY).encode(row);
        var others = new Encoder(GreekPeople.FORM, Doubles.key("another key of these tests")).encode(row);

        assertThat(new Scorer(weights).score(mine, others).bits()).isNegative();
        assertThat(new Scorer(weights).score(mine, mine).bits()).isGreaterThan(20);
    }

    @Test
    void whatIsNotSaidSpeaksNeitherForNorAgainst() {
        var nothing =
                new Encoder(GreekPeople.FORM, Doubles.KEY).encode(List.of("", "-", "άγνωστο", "", " ", "", "", "?"));

        var score = new Scorer(weights).score(nothing, people.record(0));

        assertThat(score.bits()).isZero();
        assertThat(score.evidence()).allMatch(each -> each.agreement() == Agreement.MISSING);
    }

    @Test
    void nobodyAndOnePersonHaveNoDoubles() {
        for (int count : List.of(0, 1)) {
            var few = Doubles.encoded(GreekPeople.FORM, athens.rows.subList(0, count), Doubles.KEY);
            for (var linkage : List.of(Linkage.within(few), Linkage.within(few).inBlocks())) {
                assertThat(linkage.link(linkage.learn(), 0.7).pairs()).isEmpty();
            }
        }
    }

    /** Pairs by the numbers the records have in Athens, the smaller first. */
    private static TreeMap<String, Double> found(Linkage linkage, boolean blocks, List<Integer> places) {
        var used = blocks ? linkage.inBlocks() : linkage;
        return used.link(used.learn(), 0.7).pairs().stream()
                .collect(Collectors.toMap(
                        pair -> Math.min(places.get(pair.left()), places.get(pair.right())) + "-"
                                + Math.max(places.get(pair.left()), places.get(pair.right())),
                        Links.Pair::probability,
                        (one, _) -> one,
                        TreeMap::new));
    }
}
