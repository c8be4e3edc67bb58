package org.opensocialnet.doubles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.GeoPoint;

/** The rule by which records are taken for the same, in plain Java. */
class CandidatesTest {

    static final GeoPoint SQUARE = new GeoPoint(37.984, 23.728);
    static final GeoPoint ACROSS_TOWN = new GeoPoint(38.01, 23.70);

    static Likeness record(String source, String name, String phone, String street, GeoPoint... points) {
        return new Likeness(
                UUID.randomUUID(),
                source,
                Set.of(Likeness.words(name)),
                Set.of(),
                phone.isEmpty() ? Set.of() : Set.of(String.valueOf(Likeness.phone(phone))),
                Set.of(),
                Set.of(),
                street.isEmpty() ? Set.of() : Set.of(String.valueOf(Likeness.address(street, "Αθήνα"))),
                List.of(points));
    }

    static List<Candidates.Pair> among(Likeness... records) {
        return Candidates.among(List.of(records));
    }

    @Test
    void theSameNameInGreekAndInLatinLettersWithTheSamePhoneIsAPair() {
        var pairs = among(
                record("one", "Συσσίτιο Άγιος Νικόλαος", "+30 210 123 4567", ""),
                record("two", "SYSSITIO AGIOS NIKOLAOS", "2101234567", ""));
        assertThat(pairs).singleElement().satisfies(pair -> {
            assertThat(pair.traits()).containsExactlyInAnyOrder(Trait.SAME_NAME, Trait.PHONE);
            assertThat(pair.points()).isEqualTo(80);
        });
    }

    @Test
    void aNameAloneIsNotEnough() {
        assertThat(among(record("one", "Συσσίτιο", "", ""), record("two", "Συσσίτιο", "", "")))
                .isEmpty();
    }

    @Test
    void aPhoneAndAPlaceAloneAreNotEnough() {
        assertThat(among(
                        record("one", "Συσσίτιο", "210 000 0001", "", SQUARE),
                        record("two", "Νομική βοήθεια", "210 000 0001", "", SQUARE)))
                .isEmpty();
    }

    @Test
    void aLikeNameAtTheSameAddressIsAPairAcrossSourcesAndNotWithinOne() {
        var ours = record("one", "Κέντρο Ημέρας της Ανατολής", "", "Οδός Ερμού 5", SQUARE);
        var theirs = record("two", "Κέντρο Ημέρας Ανατολής Αθήνα", "", "Ερμού 5, οδός", SQUARE);
        var own = record("one", "Κέντρο Ημέρας Ανατολής Αθήνα", "", "Ερμού 5, οδός", SQUARE);
        assertThat(among(ours, theirs))
                .singleElement()
                .satisfies(pair -> assertThat(pair.traits()).contains(Trait.LIKE_NAME, Trait.ADDRESS, Trait.NEAR));
        assertThat(among(ours, own)).isEmpty();
    }

    @Test
    void theSameNameAcrossTownIsNotAPair() {
        assertThat(among(record("one", "Φαρμακείο", "", "", SQUARE), record("two", "Φαρμακείο", "", "", ACROSS_TOWN)))
                .isEmpty();
    }

    @Test
    void theNumberOfASwitchboardMakesNoPairs() {
        var all = IntStream.rangeClosed(0, Candidates.TOO_COMMON)
                .mapToObj(number -> record("s" + number, "Υπηρεσία κοινή όλων " + number, "210 000 0000", ""))
                .toList();
        assertThat(Candidates.among(all)).isEmpty();
        assertThat(Candidates.among(all.subList(0, 2))).hasSize(1);
    }

    @Test
    void aPageIsTheSameWithAndWithoutWww() {
        assertThat(Likeness.page("https://www.odos.example/")).isEqualTo(Likeness.page("http://odos.example"));
        assertThat(Likeness.phone("112")).isNull();
    }

    @Test
    void aPairThatSharesSeveralKeysIsLookedAtOnceAndOfManyTheLikeliestStay() {
        var records = IntStream.range(0, 30)
                .mapToObj(number -> record("s" + number, "Συσσίτιο Άγιος", "210 000 0001", number < 3 ? "Ερμού 1" : ""))
                .toList();
        var all = Candidates.among(records);
        assertThat(all).hasSize(30 * 29 / 2).doesNotHaveDuplicates();
        var best = Candidates.among(records, 3, (_, _) -> {});
        assertThat(best).hasSize(3).allSatisfy(pair -> assertThat(pair.traits()).contains(Trait.ADDRESS));
    }

    @Test
    void whoWaitsHearsHowFarItIs() {
        var told = new java.util.ArrayList<Long>();
        Candidates.among(
                List.of(record("one", "Συσσίτιο", "210 000 0001", ""), record("two", "Συσσίτιο", "210 000 0001", "")),
                10,
                (done, of) -> told.addAll(List.of(done, of)));
        assertThat(told).containsExactly(1L, 2L, 2L, 2L);
    }
}
