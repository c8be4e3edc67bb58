package org.opensocialnet.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.people.Known.form;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.matching.Weights;
import org.opensocialnet.people.Registration.Doubtful;
import org.opensocialnet.people.Registration.Registered;
import org.springframework.beans.factory.annotation.Autowired;

/** What the search for doubles learnt of an organisation's people is what newcomers are weighed by. */
class LearntWeightsTest extends TwoOrganizations {

    @Autowired
    Registration.Registrar registrar;

    @Autowired
    LearntWeights learnt;

    @Autowired
    PossiblePairs possible;

    @Test
    void aNameThatEverySecondPersonHasIsNoDoubtOnceThatWasLearnt() {
        var before = seenBy(worker(shelter), () -> people.register(form(named("Φατουμάτα", "Τζαλό"))));
        assertThat(before).isInstanceOf(Registered.class);
        assertThat(seenBy(worker(shelter), () -> people.register(form(named("Φατουμάτα", "Τζαλό")))))
                .as("before anything was learnt two rare names are a doubt")
                .isInstanceOf(Doubtful.class);

        crowd(400, place -> place % 2 == 0 ? named("Φατουμάτα", "Τζαλό", "BORN", born(place)) : somebody(place));
        as(shelter, () -> pairs.learnAndLook(shelter));

        assertThat(seenBy(
                        worker(shelter), () -> people.register(form(named("Φατουμάτα", "Τζαλό", "BORN", "2/2/2001")))))
                .as("a name of hundreds, another birth")
                .isInstanceOf(Registered.class);
        assertThat(seenBy(
                        worker(shelter), () -> people.register(form(named(family(77), family(78), "BORN", born(77))))))
                .as("a name of one, the same birth")
                .isInstanceOf(Doubtful.class);
    }

    @Test
    void whatWasLearntIsKeptUntilTheOrganizationHasDoubled() {
        crowd(300, this::somebody);
        as(shelter, () -> pairs.look(shelter));
        var first = kept();

        crowd(200, place -> somebody(300 + place));
        as(shelter, () -> pairs.look(shelter));
        assertThat(kept().at()).isEqualTo(first.at());

        crowd(200, place -> somebody(500 + place));
        as(shelter, () -> pairs.look(shelter));
        assertThat(kept().people()).isEqualTo(700);
        assertThat(seenBy(Sight.job("test"), () -> pairs.notLookedThroughSince(first.at())))
                .doesNotContain(shelter);
        assertThat(seenBy(
                        Sight.job("test"),
                        () -> pairs.notLookedThroughSince(clock.instant().plusSeconds(60))))
                .contains(shelter);
    }

    @Test
    void weightsAreReadAsTheyWereWritten() {
        crowd(40, place -> somebody(place % 25));
        as(shelter, () -> pairs.look(shelter));

        var weights = kept().weights();

        assertThat(Weights.of(Encodings.FORM, weights.toBytes()).toBytes()).isEqualTo(weights.toBytes());
        assertThat(weights.prior()).isBetween(1e-4, 0.5);
    }

    @Test
    void moreThanMemoryHoldsAreComparedPartByPart() {
        crowd(340, place -> somebody(place % 320));
        var whole = names(asSystem(() -> possible.within(shelter, true)));
        var inParts = names(asSystem(() -> possible.within(shelter, false, 60)));

        assertThat(whole).hasSizeBetween(15, 25);
        assertThat(inParts).isEqualTo(whole);
    }

    private LearntWeights.Learnt kept() {
        return asSystem(() -> learnt.of(shelter).orElseThrow());
    }

    private static Set<String> names(List<Pairs.Pair> pairs) {
        return pairs.stream().map(pair -> pair.one() + " " + pair.other()).collect(Collectors.toSet());
    }

    private interface Somebody {
        List<Fact.Said> at(int place);
    }

    /** Writes many down without asking whether they are there already. */
    private void crowd(int many, Somebody somebody) {
        as(
                shelter,
                () -> inOne(() -> IntStream.range(0, many)
                        .forEach(place -> registrar.enter(form(somebody.at(place)), shelter, null, false))));
    }

    private List<Fact.Said> somebody(int place) {
        return named(family(place), family(place + 1), "BORN", born(place));
    }

    private static String born(int place) {
        return "%d/%d/%d".formatted(1 + place * 7 % 28, 1 + place * 5 % 12, 1950 + place * 3 % 50);
    }

    /** Names as different as syllables make them. */
    private static String family(int place) {
        var syllables = List.of("Κα", "Μι", "Ρο", "Σε", "Τυ", "Φλα", "Χρι", "Ζου", "Νε", "Βρα", "Πο", "Λι", "Γκε");
        var name = new StringBuilder();
        for (int left = place * 2_654_435 + 97; name.length() < 9; left = left / 13 + 7) {
            name.append(syllables.get(Math.floorMod(left, 13)));
        }
        return name.toString();
    }
}
