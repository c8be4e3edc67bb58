package org.opensocialnet.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensocialnet.people.Known.form;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;
import static org.opensocialnet.people.Known.said;
import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.matching.Agreement;
import org.opensocialnet.people.Registration.Doubtful;
import org.opensocialnet.people.Registration.Outcome;
import org.opensocialnet.people.Registration.Registered;

/** Who is recorded twice is seen, told why, joined by a person and parted again without loss. */
class JoinedPeopleTest extends TwoOrganizations {

    static final List<String> NICKNAMES = List.of("Ναύτης Ήλιος", "Ναύτης Βροχή", "Ναύτης Κύμα");

    @Test
    void aFormSentTwiceMakesOnePerson() {
        var form = form(named("Ιφιγένεια", "Ταυρίδου"));
        var first = (Registered) seenBy(worker(shelter), () -> people.register(form));
        var second = (Registered) seenBy(worker(shelter), () -> people.register(form));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.again()).isTrue();
        assertThat(found(shelter, "Ταυρίδου")).hasSize(1);
    }

    @Test
    void ofTwoWorkersInTheSameSecondTheSecondIsShownWhatTheFirstWrote() throws Exception {
        for (int round = 0; round < 5; round++) {
            var family = List.of("Αλφιώτη", "Βητάκη", "Γαμμένου", "Δελτάκη", "Εψιλάκη")
                    .get(round);
            Callable<Outcome> one = () -> seenBy(worker(shelter), () -> people.register(form(named("Ηρώ", family))));
            Callable<Outcome> other = () -> seenBy(worker(shelter), () -> people.register(form(named("Ηρώ", family))));
            try (var workers = Executors.newFixedThreadPool(2)) {
                var outcomes = workers.invokeAll(List.of(one, other)).stream()
                        .map(Future::resultNow)
                        .toList();

                assertThat(outcomes).hasAtLeastOneElementOfType(Registered.class);
                assertThat(outcomes).hasAtLeastOneElementOfType(Doubtful.class);
            }
            assertThat(found(shelter, "Ηρώ " + family)).hasSizeGreaterThan(0);
        }
    }

    @Test
    void whoLooksLikeHerIsShownAndWhoIsSaidToBeAnotherIsNotAskedAbout() {
        var nikos = registered(people, shelter, named("Νίκος", "Σταθόπουλος", "BORN", "1970"));
        var doubt = (Doubtful) seenBy(worker(shelter), () -> people.register(form(named("Nikolaos", "Stathopoulos"))));

        assertThat(doubt.resemblances()).hasSize(1).first().satisfies(one -> {
            assertThat(one.person().id()).isEqualTo(nikos);
            assertThat(one.alike()).contains(FactKind.GIVEN_NAME, FactKind.FAMILY_NAME);
        });
        var other =
                seenBy(worker(shelter), () -> people.register(form(named("Nikolaos", "Stathopoulos"), nikos.value())));
        assertThat(other).isInstanceOf(Registered.class);
        as(shelter, () -> pairs.look(shelter));
        assertThat(open(shelter)).as("it was said that they are two").isEmpty();
    }

    @Test
    void aSharedFirstNameAndYearAreNoDoubt() {
        registered(people, shelter, named("Μαρία", "Κόκκινου", "BORN", "1980"));

        assertThat(seenBy(worker(shelter), () -> people.register(form(named("Μαρία", "Πράσινου", "BORN", "1980")))))
                .isInstanceOf(Registered.class);
    }

    @Test
    void twoRecordsAreJoinedAndParteredAgainWithoutLoss() {
        var one = registered(people, shelter, named("Στέλιος", "Καζάκος"));
        var other = registered(people, shelter, List.of(said(FactKind.NICKNAME, "Καπετάνιος")));
        as(shelter, () -> {
            people.correct(other, named("Στυλιανός", "Καζάκος"), false);
            pairs.look(shelter);
        });
        var pair = open(shelter).getFirst();
        assertThat(seenBy(worker(shelter), () -> people.count(shelter))).isEqualTo(2);

        as(shelter, () -> pairs.join(pair.one(), pair.other()));

        assertThat(seenBy(worker(shelter), () -> people.count(shelter)))
                .as("counted once")
                .isEqualTo(1);
        assertThat(found(shelter, "Καζάκος")).hasSize(1);
        assertThatThrownBy(() -> as(shelter, () -> pairs.join(pair.one(), pair.other())))
                .isInstanceOf(Refusal.class);

        as(shelter, () -> pairs.undo(pair.one(), pair.other()));

        assertThat(seenBy(worker(shelter), () -> people.count(shelter))).isEqualTo(2);
        assertThat(seenBy(
                        worker(shelter), () -> people.read(one, "purpose.care").name()))
                .isEqualTo("Στέλιος Καζάκος");
        assertThat(seenBy(
                        worker(shelter),
                        () -> people.read(other, "purpose.care").name()))
                .isEqualTo("Στυλιανός Καζάκος");
        assertThat(open(shelter)).hasSize(1);
        as(shelter, () -> pairs.different(pair.one(), pair.other()));
        as(shelter, () -> pairs.look(shelter));
        assertThat(open(shelter)).isEmpty();
    }

    @Test
    void aPairTellsFieldByFieldWhyAndOpensNobodyToFindIt() {
        var one =
                registered(people, shelter, named("Ευάγγελος", "Τσιρίγος", "BORN", "15/3/1985", "PHONE", "6900000011"));
        var other = registered(people, shelter, List.of(said(FactKind.NICKNAME, "Καπετάνιος")));
        for (var name : List.of("Άννα Ρήγα", "Πέτρος Μαυρίδης", "Ζωή Βλάχου", "Μάρκος Δρίτσας", "Νίκη Αλεξίου")) {
            registered(people, shelter, named(name.split(" ")[0], name.split(" ")[1], "BORN", "1970"));
        }
        as(
                shelter,
                () -> people.correct(
                        other, named("Vangelis", "Tsirigos", "BORN", "5/3/1985", "PHONE", "210 000 0011"), false));
        int opened = acts(one).size();

        as(shelter, () -> pairs.look(shelter));

        assertThat(open(shelter)).hasSize(1).first().satisfies(pair -> {
            assertThat(List.of(pair.one(), pair.other())).containsExactlyInAnyOrder(one.value(), other.value());
            assertThat(pair.probability()).isBetween(0.5, 1.0);
            assertThat(agreement(pair, FactKind.FAMILY_NAME)).isEqualTo(Agreement.SAME_SOUND);
            assertThat(agreement(pair, FactKind.GIVEN_NAME)).isEqualTo(Agreement.RELATED);
            assertThat(agreement(pair, FactKind.BORN)).isEqualTo(Agreement.ONE_DIGIT);
            assertThat(agreement(pair, FactKind.AMKA)).isEqualTo(Agreement.MISSING);
            assertThat(pair.evidence())
                    .filteredOn(each -> each.kind() == FactKind.FAMILY_NAME)
                    .allMatch(each -> each.bits() > 0);
        });
        assertThat(acts(one)).as("nobody was opened").hasSize(opened);
    }

    @Test
    void whoSharesACodeOfTheirOwnIsOfferedAndNotJoined() {
        for (int i = 0; i < 2; i++) {
            var id = registered(people, shelter, List.of(said(FactKind.NICKNAME, i == 0 ? "Ήλιος" : "Βροχή")));
            as(shelter, () -> people.addCode(id, "ΗΛΒΡ1990"));
        }

        as(shelter, () -> pairs.look(shelter));

        assertThat(open(shelter))
                .hasSize(1)
                .first()
                .satisfies(pair -> assertThat(pair.evidence())
                        .extracting(Pairs.Evidence::kind)
                        .contains((FactKind) null));
        assertThat(seenBy(worker(shelter), () -> people.count(shelter))).isEqualTo(2);
    }

    @Test
    void aPairThatIsAlikeNoMoreWaitsNoMore() {
        var one = registered(people, shelter, named("Σπύρος", "Βελέντζας"));
        var other = registered(people, shelter, List.of(said(FactKind.NICKNAME, "Λοστρόμος")));
        as(shelter, () -> people.correct(other, named("Spiridon", "Velentzas"), false));
        as(shelter, () -> pairs.look(shelter));
        assertThat(open(shelter)).hasSize(1);

        as(shelter, () -> people.correct(other, named("Αντώνης", "Κουτρουμάνος"), true));
        as(shelter, () -> pairs.look(shelter));

        assertThat(open(shelter)).isEmpty();
        assertThat(seenBy(
                        worker(shelter), () -> people.read(one, "purpose.care").name()))
                .isEqualTo("Σπύρος Βελέντζας");
    }

    @Test
    void joinedThroughAThirdTheyPartInAnyOrderWithoutLoss() {
        var ids = new ArrayList<PersonId>();
        for (var name : List.of("Λευτέρης", "Ελευθέριος", "Eleftherios")) {
            var id = registered(people, shelter, List.of(said(FactKind.NICKNAME, NICKNAMES.get(ids.size()))));
            as(shelter, () -> people.correct(id, named(name, "Καραγκούνης"), false));
            ids.add(id);
        }
        as(shelter, () -> pairs.look(shelter));
        var waiting = open(shelter);
        assertThat(waiting).hasSize(3);
        as(shelter, () -> pairs.join(waiting.get(0).one(), waiting.get(0).other()));
        as(shelter, () -> pairs.join(waiting.get(1).one(), waiting.get(1).other()));
        assertThat(seenBy(worker(shelter), () -> people.count(shelter))).isEqualTo(1);

        assertThat(open(shelter)).as("the third pair follows from two").isEmpty();

        as(shelter, () -> pairs.undo(waiting.get(0).one(), waiting.get(0).other()));
        assertThat(seenBy(worker(shelter), () -> people.count(shelter)))
                .as("the first decision is taken back, the second holds")
                .isEqualTo(2);
        as(shelter, () -> pairs.undo(waiting.get(1).one(), waiting.get(1).other()));

        assertThat(seenBy(worker(shelter), () -> people.count(shelter))).isEqualTo(3);
        assertThat(open(shelter)).hasSize(3);
        assertThat(ids)
                .allSatisfy(id -> assertThat(seenBy(
                                worker(shelter),
                                () -> people.read(id, "purpose.care").name()))
                        .endsWith("Καραγκούνης"));
    }

    @Test
    void whoeverTiedTwoOthersIsErasedAndTheyStayOne() {
        var ids = new ArrayList<PersonId>();
        for (var name : List.of("Θωμάς", "Thomas", "Τομ")) {
            var id = registered(people, shelter, List.of(said(FactKind.NICKNAME, NICKNAMES.get(ids.size()))));
            as(shelter, () -> people.correct(id, named(name, "Αλεβιζόπουλος", "PHONE", "6900000012"), false));
            ids.add(id);
        }
        as(shelter, () -> pairs.look(shelter));
        var waiting = open(shelter);
        var through = ids.get(1).value();
        waiting.stream()
                .filter(pair -> pair.one().equals(through) || pair.other().equals(through))
                .forEach(pair -> as(shelter, () -> pairs.join(pair.one(), pair.other())));
        assertThat(seenBy(worker(shelter), () -> people.count(shelter))).isEqualTo(1);

        as(shelter, () -> erasure.erase(ids.get(1), "erasure.asked"));

        assertThat(seenBy(worker(shelter), () -> people.count(shelter))).isEqualTo(1);
        var left = seenBy(
                        worker(shelter),
                        () -> pairs.find(ids.get(0).value(), ids.get(2).value()))
                .orElseThrow();
        as(shelter, () -> pairs.undo(left.one(), left.other()));
        assertThat(seenBy(worker(shelter), () -> people.count(shelter))).isEqualTo(2);
    }
}
