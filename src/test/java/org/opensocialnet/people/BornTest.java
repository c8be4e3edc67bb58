package org.opensocialnet.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Birthdays as people know them, and codes as they speak them. */
class BornTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "15/3/1985, 1985, 1985",
        "1985-03-15, 1985, 1985",
        "1985, 1985, 1985",
        "30-39, 1986, 1996",
        "30-39 in 2016, 1976, 1986"
    })
    void aBirthIsADayAYearOrAnAgeSomebodySeemsToHave(String typed, int from, int to) {
        var born = Born.read(typed, TODAY).orElseThrow();

        assertThat(born.from()).isEqualTo(from);
        assertThat(born.to()).isEqualTo(to);
        assertThat(Born.read(born.written(TODAY), TODAY)).contains(born);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/2/1985", "30-2-1985", "2027", "1/1/2030", "1800", "99-20", "yesterday", "", "0", "12/13/1980"
            })
    void impossibleBirthsAreNone(String typed) {
        assertThat(Born.read(typed, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"θεο-85-κ, ΘΕΟ85Κ", "ABE, ΑΒΕ", "Ϊά 12, ΙΑ12"})
    void aCodeIsComparedAsItIsSpoken(String typed, String plain) {
        assertThat(Codes.normalised(typed)).isEqualTo(plain);
    }
}
