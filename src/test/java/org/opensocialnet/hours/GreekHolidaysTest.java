package org.opensocialnet.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.kernel.Seeded;

class GreekHolidaysTest {

    private final GreekHolidays holidays = new GreekHolidays();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-04-28", "2020-04-19", "2021-05-02", "2022-04-24", "2023-04-16", "2024-05-05", "2025-04-20",
                "2026-04-12", "2027-05-02", "2028-04-16", "2029-04-08", "2030-04-28", "2031-04-13", "2032-05-02",
                "2033-04-24", "2034-04-09", "2035-04-29", "2036-04-20", "2037-04-05", "2038-04-25", "2039-04-17",
                "2040-05-06"
            })
    void easterFallsAsTheChurchSays(LocalDate sunday) {
        assertThat(GreekHolidays.easter(sunday.getYear())).isEqualTo(sunday);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, new-year",
        "2026-01-06, epiphany",
        "2026-02-23, clean-monday",
        "2026-03-25, independence-day",
        "2026-04-10, good-friday",
        "2026-04-12, easter-sunday",
        "2026-04-13, easter-monday",
        "2026-05-01, labour-day",
        "2026-06-01, holy-spirit-monday",
        "2026-08-15, dormition",
        "2026-10-28, ohi-day",
        "2026-12-25, christmas",
        "2026-12-26, second-christmas-day",
        "2024-03-18, clean-monday",
        "2024-06-24, holy-spirit-monday",
    })
    void everyHolidayHasItsDay(LocalDate day, String key) {
        assertThat(holidays.on(day)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "2013, 2013-05-07",
        "2016, 2016-05-03",
        "2021, 2021-05-04",
        "2022, 2022-05-02",
        "2024, 2024-05-07",
        "2025, 2025-05-01",
        "2026, 2026-05-01"
    })
    void theFirstOfMayMovedAsItWasDecided(int year, LocalDate day) {
        assertThat(holidays.on(day)).isEqualTo("labour-day");
        assertThat(LocalDate.of(year, 4, 1).datesUntil(LocalDate.of(year, 6, 1)))
                .filteredOn(other -> "labour-day".equals(holidays.on(other)))
                .containsExactly(day);
    }

    @Test
    void anOrdinaryDayIsNone() {
        assertThat(holidays.on(LocalDate.of(2026, 11, 21))).isNull();
        assertThat(Holidays.NONE.on(LocalDate.of(2026, 12, 25))).isNull();
    }

    @Seeded
    void movableDaysKeepTheirWeekdays(Random random) {
        var easter = GreekHolidays.easter(1924 + random.nextInt(276));
        assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(easter).isBetween(LocalDate.of(easter.getYear(), 4, 3), LocalDate.of(easter.getYear(), 5, 10));
    }
}
