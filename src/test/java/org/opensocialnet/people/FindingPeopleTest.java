package org.opensocialnet.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;
import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.Registration.Registered;

/** Somebody is found by whatever her worker has of her, and by nobody who may not know of her. */
class FindingPeopleTest extends TwoOrganizations {

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
}
