package org.opensocialnet.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensocialnet.matching.Encoder;
import org.opensocialnet.matching.Linkage;
import org.opensocialnet.matching.MatchingKey;

/** A small organisation has nothing to learn from, and its doubles are found all the same. */
class FewPeopleTest {

    static final int KEYS = 100;

    @Test
    void amongSevenPeopleTheDoubleIsFoundWhateverTheKey() {
        var chance = new Random(1985);
        for (int turn = 0; turn < KEYS; turn++) {
            var key = new byte[32];
            chance.nextBytes(key);
            var encoder = new Encoder(Encodings.FORM, MatchingKey.of(key));
            var seven = new org.opensocialnet.matching.People(Encodings.FORM);
            seven.add(encoder.encode(person("Ευάγγελος", "Τσιρίγος", "15/3/1985", "6900000011")));
            seven.add(encoder.encode(person("Vangelis", "Tsirigos", "5/3/1985", "2100000011")));
            seven.add(encoder.encode(person("Άννα", "Ρήγα", "1970", "")));
            seven.add(encoder.encode(person("Πέτρος", "Μαυρίδης", "1970", "")));
            seven.add(encoder.encode(person("Ζωή", "Βλάχου", "1970", "")));
            seven.add(encoder.encode(person("Μάρκος", "Δρίτσας", "1970", "")));
            seven.add(encoder.encode(person("Νίκη", "Αλεξίου", "1970", "")));

            var pairs = Linkage.within(seven)
                    .link(LearntWeights.believed(seven.count()), 0.5)
                    .pairs();

            assertThat(pairs)
                    .as("key %d", turn)
                    .singleElement()
                    .satisfies(pair -> assertThat(pair.left() + pair.right()).isEqualTo(1));
        }
    }

    private static List<String> person(String given, String family, String born, String phone) {
        var said = Map.of(
                FactKind.GIVEN_NAME.code(), given,
                FactKind.FAMILY_NAME.code(), family,
                FactKind.BORN.code(), born,
                FactKind.PHONE.code(), phone);
        return Encodings.FORM.fields().stream()
                .map(field -> said.getOrDefault(field.name(), ""))
                .toList();
    }
}
