package org.opensocialnet.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.kernel.Elot743;
import org.opensocialnet.kernel.Seeded;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Παπαδόπουλος, Papadopoulos",
        "Παπαδόπουλος, PAPADOPOYLOS",
        "Παπαδόπουλος, Papadopulos",
        "Γιώργος, Giorgos",
        "Χατζηδάκη, Chatzidaki",
        "Χατζηδάκη, xatzhdakh",
        "Χατζηδάκη, Hatzidaki",
        "Ευαγγελία, Evangelia",
        "Ευαγγελία, euaggelia",
        "Ξανθή, Xanthi",
        "Ξανθή, ksan8h",
        "Μπάμπης, Babis",
        "Ντίνος, Dinos",
        "Θεοδώρου, Theodorou",
        "Αικατερίνη, Ekaterini",
        "Ιωάννης, Ιοάνις",
        "Σεβτσένκο, Шевченко",
    })
    void oneNameInTwoSpellings(String one, String other) {
        assertThat(Names.sounds(one))
                .as(Names.sounds(one) + " " + Names.sounds(other))
                .containsAnyElementsOf(Names.sounds(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Γιώργος, Γεώργιος", "George, Γεώργιος", "Γιάννης, Ιωάννης", "Katerina, Αικατερίνη", "Κώστας, Κωνσταντίνος",
        "Mykola, Νικόλαος", "Jean, Ιωάννης", "Manolis, Εμμανουήλ", "Βάσω, Βασιλική", "Oleksandr, Αλέξανδρος"
    })
    void aShortOrForeignFormMeansTheFullName(String familiar, String full) {
        assertThat(Names.fullNames(familiar)).contains(full);
    }

    @ParameterizedTest
    @CsvSource({"Mohammed, Muhamad", "Mohammed, محمد", "Rashid, Rashed", "Hussein, Hossein", "Ahmad, Ahmed"})
    void namesWrittenWithoutTheirVowelsShareTheirConsonants(String one, String other) {
        assertThat(Names.consonants(one)).isEqualTo(Names.consonants(other));
    }

    @ParameterizedTest
    @CsvSource({"Παπαδόπουλος, Παπαδοπούλου", "Γεωργίου, Γεωργίου", "Ιβανόφ, Ιβάνοβα", "Ραφτάκης, Ραφτάκη"})
    void familiesShareAStem(String his, String hers) {
        assertThat(Names.familyStem(his)).isEqualTo(Names.familyStem(hers));
    }

    @ParameterizedTest
    @CsvSource({"Νίκος, Πέτρος", "Παπαδόπουλος, Γεωργιάδης", "Άννα, Ελένη", "Μαρία, Μάριος", "Kovalenko, Shevchenko"})
    void differentNamesDoNotSoundAlike(String one, String other) {
        assertThat(Names.sounds(one)).doesNotContainAnyElementsOf(Names.sounds(other));
    }

    /** Whoever reads a passport types what ELOT 743 made of the name. */
    @Seeded
    void aNameMeetsItsPassportForm(Random random) {
        var line = Names.table().get(random.nextInt(Names.table().size()));
        var name = line.getFirst();

        assertThat(Names.sounds(Elot743.latin(name))).as(name).containsAnyElementsOf(Names.sounds(name));
    }

    @Seeded
    void anyTextIsTakenWithoutComplaint(Random random) {
        var letters = new StringBuilder();
        random.ints(random.nextInt(40), 1, 0x1FFFF)
                .filter(Character::isValidCodePoint)
                .forEach(letters::appendCodePoint);
        var sounds = new ArrayList<String>();

        Names.words(letters.toString()).forEach(word -> sounds.addAll(Names.sounds(word)));
        Names.fullNames(letters.toString());
        Names.familyStem(letters.toString());

        assertThat(sounds).allMatch(sound -> sound.length() < 200);
    }

    @ParameterizedTest
    @CsvSource({
        "1985-03-15, 19850315", "15/3/1985, 19850315", "15.03.85, 19850315", "19850315, 19850315",
        "15031985, 19850315", "15 Μαρ 1985, 19850315", "March 15 1985, 19850315", "1985, 1985",
        "1985-03-15T00:00, 19850315"
    })
    void datesInAnyOrder(String written, String digits) {
        assertThat(WrittenDate.read(written)).map(WrittenDate::digits).contains(digits);
    }

    @ParameterizedTest
    @CsvSource({"unknown", "12", "Μάρτιος"})
    void whatIsNoDateIsNone(String written) {
        assertThat(WrittenDate.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Ελ-Χασάν|2", "O'Brien|1", "Maria del Carmen|3", "😀|0"})
    void wordsAreCountedAsPeopleWriteThem(String name, int count) {
        assertThat(Names.words(name)).hasSize(count);
        assertThat(Names.words(name.repeat(200))).hasSizeLessThanOrEqualTo(8);
    }
}
