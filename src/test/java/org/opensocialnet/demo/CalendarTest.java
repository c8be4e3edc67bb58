package org.opensocialnet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    @ParameterizedTest
    @CsvSource({"2026-11-21,2027-05-02", "2027-05-01,2027-05-02", "2027-05-04,2028-04-16"})
    void knowsTheNextEaster(LocalDate today, LocalDate easter) {
        assertThat(Calendar.of(today).nextEaster()).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16,2026-11-16", "2026-11-22,2026-11-16", "2026-11-23,2026-11-23"})
    void livesOnTheMondayOfTheWeek(LocalDate today, LocalDate monday) {
        assertThat(Calendar.of(today).monday()).isEqualTo(monday);
    }
}
