package org.opensocialnet.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensocialnet.people.Known.form;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;
import static org.opensocialnet.people.Known.said;
import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.matching.Agreement;
import org.opensocialnet.people.FreeText.Trace;
import org.opensocialnet.people.Registration.Doubtful;
import org.opensocialnet.people.Registration.Outcome;
import org.opensocialnet.people.Registration.Registered;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A night shelter and a day centre know people, each its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PeopleTest {

    @Autowired
    People people;

    @Autowired
    Elsewhere elsewhere;

    @Autowired
    Pairs pairs;

    @Autowired
    Sharing sharing;

    @Autowired
    Erasure erasure;

    @Autowired
    Facts facts;

    @Autowired
    Encodings encodings;

    @Autowired
    FreeText freeText;

    @Autowired
    Households households;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    UUID shelter;
    UUID dayCentre;

    @BeforeEach
    void twoOrganizations() {
        shelter = Uuid7.next();
        dayCentre = Uuid7.next();
    }

    @ParameterizedTest
    @CsvSource({
        "Γιώργος, Παπαδόπουλος, Γεώργιος Παπαδόπουλος",
        "Γιώργος, Παπαδόπουλος, papadopoulos giorgos",
        "Γιώργος, Παπαδόπουλος, George Papadopulos",
        "Γιώργος, Παπαδόπουλος, Παπδόπουλος Γιώργος",
        "Γιώργος, Παπαδόπουλος, ΠΑΠΑΔΟΠΟΥΛΟΣ",
        "Ευαγγελία, Χατζηδάκη, Evangelia Chatzidaki",
        "Ευαγγελία, Χατζηδάκη, xatzidaki euaggelia",
        "Ευαγγελία, Χατζηδάκη, Ευαγελία Χατζιδάκη",
        "Mohammed, Al Rashid, Muhamad Rashed",
        "Oleksandr, Kovalenko, Kovalenko Aleksandr",
        "Ζωή, Ξενάκη, Zoe Xenaki",
        "Γιώργος, Παπαδόπουλος, GEORGIOS PAPADOPOULOS",
        "Γιώργος, Παπαδόπουλος, giwrgos papadopoylos",
        "Γιώργος, Παπαδόπουλος, Παπαδόπολυος Γιώργος",
        "Γιώργος, Παπαδόπουλος, Παππαδόπουλος Γιόργος",
        "Γιώργος, Παπαδόπουλος, Παπαδοπούλου Γιώργος",
        "Θεόδωρος, Χριστοδούλου, 8eodwros xristodoulou",
        "Αικατερίνη, Ψαρρά, Katerina Psara",
        "Κώστας, Νταλάρας, Konstantinos Dalaras",
        "Ιωάννης, Μπέης, Yannis Beis",
        "محمد, الحسن, Mohammad",
        "Hussein, Al-Hassan, Hossein Alhasan",
        "Reza, Hosseini, Ρεζά Χοσεϊνί",
        "Fatemeh, Ahmadi, Fateme Ahmady",
        "Володимир, Шевченко, Volodymyr Shevchenko",
        "Kateryna, Bondarenko, Κατερίνα Μπονταρένκο",
        "Jean-Pierre, Lefèvre, Jean Pierre Lefevre",
        "Françoise, Dupont, Francoise Dupond",
        "Mamadou, Diallo, Μαμαντού Ντιαλό",
    })
    void sheIsFoundByWhateverSpellingTheWorkerHas(String given, String family, String typed) {
        registered(people, shelter, named("Ανθή", "Κοκκινοπούλου"));
        var id = registered(people, shelter, named(given, family));

        assertThat(found(shelter, typed)).as(typed).first().isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"15038501233", "150385 01233", "+30 690 000 0000", "6900000000", "1985 Θεοδωρίδου", "ΘΕΟ-85-Κ"})
    void orByANumberAPhoneAYearOrHerCode(String typed) {
        var id = seenBy(
                worker(shelter),
                () -> ((Registered) people.register(new Registration(
                                Uuid7.next(),
                                named(
                                        "Καλή",
                                        "Θεοδωρίδου",
                                        "AMKA",
                                        "15038501233",
                                        "PHONE",
                                        "6900000000",
                                        "BORN",
                                        "15/3/1985"),
                                "θεο85κ",
                                Set.of(TargetGroup.HOMELESS),
                                LocalDate.of(2026, 1, 5),
                                Set.of())))
                        .id());

        assertThat(found(shelter, typed)).as(typed).containsExactly(id);
    }

    @Test
    void anotherOrganizationLearnsThatSomebodyLikeHerMayBeKnownAndNothingElse() {
        registered(people, shelter, named("Ασπασία", "Μακρυγένη", "AMKA", "01013099997"));

        assertThat(found(dayCentre, "Ασπασία Μακρυγένη")).isEmpty();
        assertThat(seenBy(worker(dayCentre), () -> elsewhere.maybe("Aspasia Makrygeni")))
                .isTrue();
        assertThat(seenBy(worker(dayCentre), () -> elsewhere.maybe("01013099997")))
                .isTrue();
        assertThat(seenBy(worker(dayCentre), () -> elsewhere.maybe("Ασπασία")))
                .as("one word fits too many")
                .isFalse();
        assertThat(seenBy(worker(shelter), () -> elsewhere.maybe("Ασπασία Μακρυγένη")))
                .as("she is our own")
                .isFalse();
    }

    @Test
    void theNetworksBodiesSeeNobody() {
        var id = registered(people, shelter, named("Λουκία", "Βαφειάδου"));
        var coordinator = new Sight(Uuid7.next(), null, "coordinator", Sight.Reach.NETWORK, "desk", "here");

        assertThat(seenBy(coordinator, () -> people.organization(id))).isEmpty();
        assertThat(seenBy(coordinator, () -> people.find("Λουκία Βαφειάδου"))).isEmpty();
        assertThatThrownBy(() -> seenBy(coordinator, () -> people.read(id, "purpose.care")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void everyReadingIsInTheTrailWithItsPurpose() {
        var id = registered(people, shelter, named("Φωτεινή", "Δελημάρη"));
        found(shelter, "Δελημάρη");
        seenBy(worker(shelter), () -> people.read(id, "purpose.care"));

        assertThat(acts(id))
                .contains(
                        "people.person.registered",
                        "people.person.found/purpose.find",
                        "people.person.read/purpose.care");
    }

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
            var id = registered(people, shelter, List.of(said(FactKind.NICKNAME, "Ναύτης " + name)));
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
            var id = registered(people, shelter, List.of(said(FactKind.NICKNAME, "Βαρκάρης " + name)));
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

    @Test
    void encodingsAreMadeAnewWhenKeysChangeAndGoWithThePerson() {
        var id = registered(people, shelter, named("Μυρτώ", "Κωδικίδου"));
        asSystem(() -> jdbc.sql("update people.encoding set finding = 0 where person = ?")
                .param(id.value())
                .update());

        assertThat(seenBy(Sight.job("reseal"), () -> encodings.reseal(10_000))).isGreaterThanOrEqualTo(1);
        assertThat(seenBy(Sight.job("reseal"), () -> encodings.reseal(10_000))).isZero();
        as(shelter, () -> erasure.erase(id, "erasure.asked"));
        assertThat(rowsNaming(id)).containsExactly("erased");
    }

    @Test
    void whatIsCorrectedIsKeptWithItsTimeAndAnEarlierNameStillFindsHer() {
        var id = registered(people, shelter, named("Χλόη", "Μελισσηνού"));

        as(shelter, () -> people.correct(id, List.of(said(FactKind.FAMILY_NAME, "Καρατζά")), false));

        assertThat(seenBy(worker(shelter), () -> people.read(id, "purpose.care").name()))
                .isEqualTo("Χλόη Καρατζά");
        assertThat(seenBy(worker(shelter), () -> people.history(id)))
                .extracting(Fact::text)
                .contains("Μελισσηνού", "Καρατζά");
        assertThat(found(shelter, "Χλόη Μελισσηνού")).containsExactly(id);

        as(shelter, () -> people.correct(id, List.of(said(FactKind.FAMILY_NAME, "Ρωμανού")), true));

        assertThat(found(shelter, "Καρατζά")).as("it never was her name").isEmpty();
    }

    @Test
    void aRecordOpensToAnotherByConsentAndClosesTheMomentItIsWithdrawn() {
        var id = registered(people, shelter, named("Ροδόπη", "Ανέστη"));
        var consent = Uuid7.next();
        as(
                shelter,
                () -> inOne(() -> sharing.open(new Sharing.Opening(
                        id,
                        dayCentre,
                        true,
                        false,
                        Sharing.Basis.CONSENT,
                        consent,
                        clock.instant().plus(Duration.ofDays(30))))));

        assertThat(found(dayCentre, "Ροδόπη Ανέστη")).containsExactly(id);
        assertThat(seenBy(
                        worker(dayCentre), () -> people.read(id, "purpose.care").name()))
                .isEqualTo("Ροδόπη Ανέστη");
        assertThatThrownBy(() ->
                        as(dayCentre, () -> people.correct(id, List.of(said(FactKind.PHONE, "6900000001")), false)))
                .as("reading is not changing")
                .isInstanceOf(Refusal.class);

        as(shelter, () -> inOne(() -> sharing.close(consent)));

        assertThat(found(dayCentre, "Ροδόπη Ανέστη")).isEmpty();
        assertThat(seenBy(worker(dayCentre), () -> people.organization(id))).isEmpty();
    }

    @Test
    void whoAsksToBeLeftAloneIsKeptAndNotUsed() {
        var id = registered(people, shelter, named("Ερατώ", "Σιωπηλού"));

        as(shelter, () -> people.restrict(id, true));

        assertThat(seenBy(worker(shelter), () -> people.read(id, "purpose.care").facts()))
                .isEmpty();
        assertThat(seenBy(worker(dayCentre), () -> elsewhere.maybe("Ερατώ Σιωπηλού")))
                .isFalse();
        as(shelter, () -> people.restrict(id, false));
        assertThat(seenBy(worker(shelter), () -> people.read(id, "purpose.care").name()))
                .isEqualTo("Ερατώ Σιωπηλού");
    }

    @Test
    void erasedIsErasedAlsoWhenAnOlderBackupBringsHerBack() {
        var id = registered(people, shelter, named("Λήθη", "Ασημάκη", "PHONE", "6900000002"));
        var row = remembered(id);

        as(shelter, () -> erasure.erase(id, "erasure.asked"));

        assertThat(found(shelter, "Λήθη Ασημάκη")).isEmpty();
        assertThat(found(shelter, "6900000002")).isEmpty();
        assertThat(rowsNaming(id))
                .as("her number stays in the list of the erased alone")
                .containsExactly("erased");

        broughtBack(id, row);
        assertThat(erasure.replay()).isEqualTo(1);
        assertThat(rowsNaming(id)).containsExactly("erased");
        assertThat(erasure.replay()).isZero();
    }

    @Test
    void aHouseholdIsDatedAndNobodyLivesInTwo() {
        var mother = registered(people, shelter, named("Δανάη", "Ποταμιάνου"));
        var child = registered(people, shelter, named("Άρης", "Ποταμιάνος"));
        var neighbour = registered(people, shelter, named("Έλλη", "Γειτονίδου"));

        as(shelter, () -> households.add(mother, child, Households.Relation.CHILD, LocalDate.of(2026, 1, 5)));

        assertThat(seenBy(worker(shelter), () -> households.around(child)))
                .extracting(mate -> mate.person().id())
                .containsExactlyInAnyOrder(mother, child);
        assertThatThrownBy(() -> as(
                        shelter,
                        () -> households.add(neighbour, child, Households.Relation.OTHER, LocalDate.of(2026, 1, 6))))
                .isInstanceOf(Refusal.class);
        as(shelter, () -> households.leave(child, LocalDate.of(2026, 2, 1)));
        as(shelter, () -> households.add(neighbour, child, Households.Relation.OTHER, LocalDate.of(2026, 2, 2)));
    }

    @Test
    void aTextThatLooksLikeSomebodyIsPointedOut() {
        registered(people, shelter, named("Ουρανία", "Κωνσταντάκη"));

        assertThat(traces("Η Ουρανία Κωνσταντάκη ήρθε χθες")).containsExactly(Trace.NAME);
        assertThat(traces("τηλ. 210 000 0000, ΑΜΚΑ 15038501233, a@example.org"))
                .containsExactlyInAnyOrder(Trace.PHONE, Trace.AMKA, Trace.EMAIL);
        assertThat(traces("Χρειάζεται 12 κουβέρτες στις 22/11/2026 στην Πλατεία Βάθης"))
                .isEmpty();
        assertThat(seenBy(worker(dayCentre), () -> freeText.traces("Η Ουρανία Κωνσταντάκη ήρθε")))
                .as("whom others know is told to nobody this way")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "مريم|الحسن",
                "\uD83D\uDE00|Ευτυχία",
                "Robert'); drop table people.person;--|Μικρή",
                "<script>alert(1)</script>|Γραφή",
                "محمد Μοχάμεντ|Mixed"
            })
    void anyNameIsKeptAsItIsWritten(String given, String family) {
        var id = registered(people, shelter, named(given, family));

        assertThat(seenBy(worker(shelter), () -> people.read(id, "purpose.care").said(FactKind.GIVEN_NAME)))
                .isEqualTo(given);
        assertThat(found(shelter, family)).contains(id);
    }

    @Test
    void whatOlderKeysSealedIsSealedAnewAndFoundAsBefore() {
        var id = registered(people, shelter, named("Κλειώ", "Σφραγίδου"));
        var fact = seenBy(
                worker(shelter),
                () -> people.read(id, "purpose.care").facts().getFirst().id());
        asSystem(() -> jdbc.sql("update people.fact set finding = 0 where id = ?")
                .param(fact)
                .update());

        int renewed = seenBy(Sight.job("reseal"), () -> facts.reseal(10_000));

        assertThat(renewed).isGreaterThanOrEqualTo(1);
        assertThat(seenBy(Sight.job("reseal"), () -> facts.reseal(10_000))).isZero();
        assertThat(found(shelter, "Κλειώ Σφραγίδου")).containsExactly(id);
    }

    private List<PersonId> found(UUID organization, String typed) {
        return seenBy(worker(organization), () -> people.find(typed)).stream()
                .map(Person::id)
                .toList();
    }

    private List<Pairs.Pair> open(UUID organization) {
        return seenBy(worker(organization), () -> pairs.open(organization, 50));
    }

    private static Agreement agreement(Pairs.Pair pair, FactKind kind) {
        return pair.evidence().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow()
                .agreement();
    }

    private Set<Trace> traces(String text) {
        return seenBy(worker(shelter), () -> freeText.traces(text));
    }

    private void as(UUID organization, Runnable work) {
        worker(organization).run(work);
    }

    private void inOne(Runnable work) {
        transactions.executeWithoutResult(_ -> work.run());
    }

    private <T> T asSystem(Callable<T> work) {
        return seenBy(
                Sight.job("test"),
                () -> transactions.execute(_ -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private List<String> acts(PersonId id) {
        return asSystem(() -> jdbc.sql("select concat_ws('/', what, why) from audit.act where subject = ?")
                .param(id.value())
                .query(String.class)
                .list());
    }

    private UUID remembered(PersonId id) {
        return asSystem(() -> jdbc.sql("select organization from people.person where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single());
    }

    private void broughtBack(PersonId id, UUID organization) {
        asSystem(
                () -> jdbc.sql("insert into people.person (id, organization, self, created_at) values (?, ?, ?, now())")
                        .params(id.value(), organization, id.value())
                        .update());
    }

    /** The tables of this room in which her number still stands. */
    private List<String> rowsNaming(PersonId id) {
        return asSystem(() -> List.of(
                        "person",
                        "fact",
                        "token",
                        "encoding",
                        "code",
                        "belonging",
                        "household_member",
                        "registration",
                        "share",
                        "erased")
                .stream()
                .filter(table -> jdbc.sql("select exists (select from people.%s where %s = ?)"
                                .formatted(table, table.equals("person") ? "id" : "person"))
                        .param(id.value())
                        .query(Boolean.class)
                        .single())
                .toList());
    }
}
