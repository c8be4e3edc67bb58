package org.opensocialnet.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;
import static org.opensocialnet.people.Known.said;
import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.FreeText.Trace;

/** What is known of somebody is read with a reason, corrected, shared, left alone and erased. */
class PeopleTest extends TwoOrganizations {

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
}
