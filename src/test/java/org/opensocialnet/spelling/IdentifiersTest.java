package org.opensocialnet.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as states give them. */
class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"01013099997", "15038501233", "31129912346", "01010100012", "150385 01233"})
    void anAmkaThatCanBe(String number) {
        assertThat(Identifiers.isAmka(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01013099999", "00000000000", "31029012345", "0101309999", "0101309999x", ""})
    void anAmkaThatCannot(String number) {
        assertThat(Identifiers.isAmka(number)).isFalse();
    }

    @Test
    void anAmkaTellsTheBirthday() {
        assertThat(Identifiers.isOfDay("15038501233", LocalDate.of(1985, 3, 15)))
                .isTrue();
        assertThat(Identifiers.isOfDay("15038501233", LocalDate.of(1985, 3, 16)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "094259216",
                "123456783",
                "999999993",
                "100000003",
                "023456780",
                "800000002",
                "GR 23456780",
                "EL094259216"
            })
    void aTaxNumberThatCanBe(String number) {
        assertThat(Identifiers.isAfm(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456781", "000000000", "12345678a", "1234"})
    void aTaxNumberThatCannot(String number) {
        assertThat(Identifiers.isAfm(number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+30 210 000 0000, 2100000000",
        "0030-210-0000000, 2100000000",
        "(210) 000.0000, 2100000000",
        "+44 20 0000 0000, 442000000000"
    })
    void aPhoneIsComparedWithoutItsPunctuation(String typed, String plain) {
        assertThat(Identifiers.phone(typed)).isEqualTo(plain);
    }
}
